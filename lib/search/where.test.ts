import { describe, expect, test } from 'vitest'
import { readCommuneRequest } from '@/lib/territory/commune-request'
import type { NamedDepartment } from '@/lib/territory/department-request'
import type { CommuneMatch } from '@/lib/territory/queries'
import { communeLabel, resolveWhere } from './where'

const commune = (name: string, postcode: string, formerName: string | null = null): CommuneMatch => ({
  code: `${postcode}-${name}`,
  name,
  formerName,
  postcodes: [postcode],
  departmentCode: postcode.slice(0, 2),
  departmentName: '',
  population: 0,
  latitude: 47,
  longitude: 1,
  precision: 'COMMUNE',
})

const blois = commune('Blois', '41000')
const montblanc = commune('Blois-sur-Seille', '39210')
const saintDenis = commune('Saint-Denis', '93200')
const otherSaintDenis = commune('Saint-Denis', '97400')
const vienne = { code: '86', name: 'Vienne', regionName: 'Nouvelle-Aquitaine' }

const resolve = (text: string, communes: CommuneMatch[], departments: NamedDepartment[] = []) =>
  resolveWhere({
    request: readCommuneRequest(text)[0] ?? { name: '', code: '' },
    communes,
    departments,
    startingDepartments: [],
  })
const ambiguous = (communes: CommuneMatch[], departments: NamedDepartment[] = [], isNamesake = true) => ({
  kind: 'ambiguous',
  isNamesake,
  communes,
  departments,
})

test('the exact name wins over longer ones', () => {
  const found = { kind: 'found', commune: blois, others: [], isGuess: false }
  expect(resolve('blois', [blois, montblanc])).toEqual(found)
})

describe('it is asked which one', () => {
  test('among homonyms, and nothing else', () => {
    const longer = commune('Saint-Denis-en-Val', '45560')
    const expected = ambiguous([saintDenis, otherSaintDenis])
    expect(resolve('St Denis', [saintDenis, otherSaintDenis, longer])).toEqual(expected)
  })
  test('between a town and a département of its name', () => {
    const town = commune('Vienne', '38200')
    expect(resolve('vienne', [town], [vienne])).toEqual(ambiguous([town], [vienne]))
  })
  test('among the départements of a region', () => {
    const other = { ...vienne, code: '79', name: 'Deux-Sèvres' }
    expect(resolve('nouvelle aquitaine', [], [vienne, other])).toEqual(ambiguous([], [vienne, other]))
  })
  test('among several near misses, and the communes of a postcode that does not exist', () => {
    expect(resolve('bloa', [blois, montblanc])).toEqual(ambiguous([blois, montblanc], [], false))
    expect(resolve('41013', [blois, montblanc])).toEqual(ambiguous([blois, montblanc], [], false))
  })
})

test('a label that was offered is understood when it comes back', () => {
  expect(communeLabel(saintDenis)).toBe('Saint-Denis (93200)')
  expect(resolve('Saint-Denis (93200)', [saintDenis])).toMatchObject({ kind: 'found', commune: saintDenis })
  expect(communeLabel({ ...blois, postcodes: ['41000', '41001'] })).toBe('Blois (41)')
})

test('a postcode leads to its largest commune and names the others, but not the city of an arrondissement', () => {
  const villebarou = commune('Villebarou', '41000')
  expect(resolve('41000', [blois, villebarou])).toMatchObject({ commune: blois, others: [villebarou], isGuess: false })
  const [eighth, city] = [commune('Marseille 8e Arrondissement', '13008'), commune('Marseille', '13008')]
  expect(resolve('13008', [eighth, city])).toMatchObject({ commune: eighth, others: [] })
})

test('a département is found by its name or its code', () => {
  expect(resolve('la vienne', [], [vienne])).toEqual({ kind: 'department', department: vienne })
  expect(resolve('86', [blois, montblanc], [vienne])).toEqual({ kind: 'department', department: vienne })
})

test('a département told with its code is not the town of its name elsewhere', () => {
  const town = commune('Vienne', '38200')
  expect(resolve('Vienne (86)', [town], [vienne])).toEqual({ kind: 'department', department: vienne })
})

test('Paris is the town, not also its département', () => {
  const paris = commune('Paris', '75001')
  const area = { code: '75', name: 'Paris', regionName: 'Île-de-France' }
  expect(resolve('paris', [paris], [area])).toMatchObject({ kind: 'found', commune: paris })
})

test('a name without its article is the name', () => {
  const mans = commune('Le Mans', '72000')
  const around = commune('Sargé-lès-le-Mans', '72190')
  expect(resolve('mans', [mans, around])).toMatchObject({ kind: 'found', commune: mans, isGuess: false })
})

test('a single near miss is a guess', () => {
  expect(resolve('bloa', [blois])).toMatchObject({ kind: 'found', isGuess: true })
})

test('a merged commune leads to the one of today', () => {
  const merged = commune('Valloire-sur-Cisse', '41150', 'Seillac')
  expect(resolve('Seillac', [merged])).toMatchObject({ kind: 'found', commune: merged, isGuess: false })
})

test('nothing found is unknown', () => {
  expect(resolve('zzzz', [])).toEqual({ kind: 'unknown' })
  expect(resolve('', [])).toEqual({ kind: 'unknown' })
})
