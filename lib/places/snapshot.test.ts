import { describe, expect, test } from 'vitest'
import { communeOf } from './commune-of'
import { fieldParts, fieldWords } from './field-words'
import { placeFormValues } from './form-values'
import { missingToPublish } from './publication'
import { changeBetween, correctedFields, rewind, same } from './snapshot'
import { mergeForms, withChoices } from './three-way'

describe('a change', () => {
  test('holds the fields that differ and no other', () => {
    const change = changeBetween({ name: 'A', phone: null, fees: ['FREE'] }, { name: 'B', phone: null, fees: ['FREE'] })
    expect(change).toEqual({ before: { name: 'A' }, after: { name: 'B' } })
  })

  test('is nothing when nothing differs', () => {
    expect(changeBetween({ a: 1, 'services.PIX': null }, { a: 1 })).toBeNull()
  })

  test('tells a line of the grid that comes or goes', () => {
    expect(changeBetween({ 'services.PIX': { note: 'a' } }, {})).toEqual({
      before: { 'services.PIX': { note: 'a' } },
      after: { 'services.PIX': null },
    })
  })

  test('is undone by going back through the revisions, the latest first', () => {
    const current = { name: 'C', phone: '1' }
    expect(rewind(current, [{ before: { name: 'B' } }, { before: { name: 'A', phone: null } }])).toEqual({
      name: 'A',
      phone: null,
    })
  })

  test('of a coordinate protects the whole position from imports', () => {
    const change = { before: {}, after: { latitude: 1, 'services.PIX': null } }
    expect(correctedFields(change)).toEqual(['latitude', 'longitude', 'precision', 'services'])
  })

  test('does not depend on the order of an object’s keys', () => {
    expect(same({ a: 1, b: [1] }, { b: [1], a: 1 })).toBe(true)
    expect(same({ a: 1 }, { a: 2 })).toBe(false)
  })
})

describe('two people at once', () => {
  test('keep what only one of them changed, and see what both did', () => {
    const started = { name: ['A'], phone: ['1'], 'fees[]': ['FREE'] }
    const theirs = { name: ['B'], phone: ['2'], 'fees[]': ['FREE'] }
    const yours = { name: ['C'], phone: ['1'], 'fees[]': ['PAID'], intent: ['save'] }
    expect(mergeForms(started, theirs, yours)).toEqual({
      values: { name: ['C'], phone: ['2'], 'fees[]': ['PAID'], intent: ['save'] },
      conflicts: [{ field: 'name', theirs: { name: ['B'] }, yours: { name: ['C'] } }],
    })
  })

  test('agree when they typed the same, line ends and empty fields apart', () => {
    const merged = mergeForms({}, { emails: ['a\nb'], note: [''] }, { emails: ['a\r\nb'] })
    expect(merged.conflicts).toEqual([])
  })

  test('disagree on a line of the grid and on a position as a whole', () => {
    const started = { 'services.EMPLOYMENT.offered': ['on'], 'services.EMPLOYMENT.note': ['a'], latitude: ['47'] }
    const yours = { ...started, 'services.EMPLOYMENT.note': ['b'], longitude: ['1'] }
    const merged = mergeForms(started, { latitude: ['48'] }, yours)
    expect(merged.conflicts.map(({ field }) => field)).toEqual(['services.EMPLOYMENT', 'position'])
    expect(merged.values).toEqual(yours)
  })

  test('choose field by field: the other person’s values take the place of hers, or go', () => {
    const sent = {
      name: ['C'],
      'fees[]': ['PAID'],
      'audiences[]': ['YOUTH'],
      'autre.name': ['B'],
      'autre.audiences[]': ['SENIORS', 'WOMEN'],
      'choix.name': ['yours'],
      'choix.fees': ['theirs'],
      'choix.audiences': ['theirs'],
    }
    expect(withChoices(sent)).toEqual({ name: ['C'], 'audiences[]': ['SENIORS', 'WOMEN'] })
  })
})

test('a form is filled from a place', () => {
  const values = placeFormValues(
    {
      name: 'A',
      status: 'DRAFT',
      phone: null,
      emails: ['a', 'b'],
      fees: ['FREE'],
      'services.PIX': { note: 'n', fees: [] },
    },
    'Blois',
  )
  expect(values).toEqual({
    commune: ['Blois'],
    name: ['A'],
    phone: [''],
    emails: ['a\nb'],
    'fees[]': ['FREE'],
    'services.PIX.offered': ['on'],
    'services.PIX.note': ['n'],
    'services.PIX.fees[]': [],
  })
})

test('codes are shown by their words', () => {
  expect(fieldWords('fees[]', ['FREE', 'PAID'])).toBe('Gratuit, Payant')
  expect(fieldWords('services.EMPLOYMENT', { fees: ['FREE'], note: 'le mardi', levels: [] })).toBe('Gratuit · le mardi')
  expect(fieldWords('status', 'PUBLISHED')).toBe('Publié')
  expect(fieldWords('phone', null)).toBe('')
  expect(fieldParts('services.EMPLOYMENT.fees[]')).toEqual({
    service: 'Insertion professionnelle via le numérique',
    name: 'fees',
  })
})

test('to be published, a place names itself, its address and a service', () => {
  expect(missingToPublish({ name: ' ', address: '', services: [] })).toHaveLength(3)
})

describe('a commune', () => {
  const candidates = [
    { code: '93066', name: 'Saint-Denis', postcodes: ['93200', '93210'], departmentCode: '93' },
    { code: '97411', name: 'Saint-Denis', postcodes: ['97400'], departmentCode: '974' },
    { code: '30247', name: 'Saint-Denis', postcodes: ['30500'], departmentCode: '30' },
  ]

  test('is the one of that name with that postcode', () => {
    expect(communeOf('st denis', '97400', candidates)?.code).toBe('97411')
  })

  test('may have a postcode for offices only', () => {
    expect(communeOf('SAINT DENIS CEDEX 2', '93205', candidates)?.code).toBe('93066')
  })

  test('is not guessed', () => {
    expect(communeOf('Saint-Denis', '41000', candidates)).toBeNull()
    expect(communeOf('Blois', '93200', candidates)).toBeNull()
  })
})
