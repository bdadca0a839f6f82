import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNationalRecord } from '@/lib/open-data/national-record'
import { mappedRow } from './mapped-row'
import { type FieldMapping, type Mapping, mappingSchema, type TargetField } from './schema'

function mapping(fields: Partial<Record<TargetField, Partial<FieldMapping>>>, rest: Partial<Mapping> = {}) {
  return mappingSchema.parse({ fields, ...rest })
}

function record(cells: Record<string, string | string[]>, by: Mapping) {
  const row = mappedRow({ line: 2, cells: new Map(Object.entries(cells)) }, by)
  return 'record' in row ? Object.fromEntries(row.record) : row
}

describe('mappedRow', () => {
  it('takes the first column that says something, all of them, or joins them', () => {
    const cells = { a: '02 54 00 00 00', b: '06', c: '1', d: 'rue B' }
    const by = mapping({
      telephone: { columns: ['z', 'a', 'b'] },
      courriels: { columns: ['a', 'b'], combine: 'all' },
      adresse: { columns: ['c', 'z', 'd'], combine: 'join' },
    })
    expect(record(cells, by)).toEqual({
      telephone: '02 54 00 00 00',
      courriels: ['02 54 00 00 00', '06'],
      adresse: '1 rue B',
    })
  })

  it('says a constant where the columns say nothing', () => {
    const by = mapping({ frais_a_charge: { columns: ['tarif'], constant: 'Gratuit' }, source: { constant: 'Hub' } })
    expect(record({}, by)).toEqual({ frais_a_charge: ['Gratuit'], source: 'Hub' })
    expect(record({ tarif: 'Payant' }, by)).toEqual({ frais_a_charge: 'Payant', source: 'Hub' })
  })

  it('says what written values mean, case and accents apart, and keeps the others for the reader to tell', () => {
    const by = mapping({ services: { columns: ['s'], values: { 'e-mail': ['A', 'B'], rien: [] } } })
    expect(record({ s: 'É-MAIL | Rien ; Autre' }, by)).toEqual({ services: ['A', 'B', 'Autre'] })
    expect(record({ s: 'e mail, autre' }, by)).toEqual({ services: ['A', 'B', 'autre'] })
    expect(record({ s: 'rien' }, by)).toEqual({})
  })

  it('parts a list at the sign that the person gave', () => {
    expect(record({ s: 'a / b' }, mapping({ services: { columns: ['s'], separator: '/' } }))).toEqual({
      services: ['a ', ' b'],
    })
  })

  it('takes an address apart, columns of its parts first', () => {
    const by = mapping({ adresse_complete: { columns: ['a'] }, commune: { columns: ['v'] } })
    expect(record({ a: '1 rue B, 41000 BLOIS' }, by)).toEqual({
      adresse: '1 rue B',
      code_postal: '41000',
      commune: 'BLOIS',
    })
    expect(record({ a: '1 rue B, 41000 BLOIS', v: 'Vineuil' }, by)).toMatchObject({ commune: 'Vineuil' })
  })

  it('keeps metres that are degrees, and text, for the reader of coordinates', () => {
    const by = mapping({ latitude: { columns: ['y'] }, longitude: { columns: ['x'] } }, { projection: 'lambert-93' })
    expect(record({ x: '1,33', y: '47,58' }, by)).toEqual({ longitude: '1,33', latitude: '47,58' })
    expect(record({ x: 'ici' }, by)).toEqual({ longitude: 'ici' })
    expect(record({ x: '1 700 000', y: '2 200 000' }, by)).toEqual({ longitude: '1 700 000', latitude: '2 200 000' })
  })

  it('gives no id that a spreadsheet rounded: a hundred rows would share it', () => {
    expect(record({ i: '1,23E+13' }, mapping({ id: { columns: ['i'] } }))).toEqual({})
  })

  it('hands hours by day to the national reader', () => {
    const by = mapping({ nom: { columns: ['n'] }, h_lundi: { columns: ['l'] }, h_mardi: { columns: ['m'] } })
    const row = mappedRow({ line: 2, cells: new Map(Object.entries({ n: 'A', l: '9h-12h', m: '-' })) }, by)
    const read = 'record' in row ? readNationalRecord(row.record, '2026-11-22') : row
    expect(read).toMatchObject({ place: { fields: { name: 'A', openingHours: 'Mo 09:00-12:00' } } })
  })

  it('never fails, whatever the cells and the mapping', () => {
    const key = fc.constantFrom('a', 'b', 'c')
    const cell = fc.oneof(
      fc.string(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constantFrom('oui', 'x', '1,23E+13', '47.5, 1.3', 'constructor', '__proto__'),
    )
    const from = fc.record(
      {
        columns: fc.array(key, { maxLength: 3 }),
        combine: fc.constantFrom('first', 'join', 'all'),
        separator: fc.constantFrom(null, '/', ', '),
        values: fc.dictionary(
          fc.constantFrom('oui', 'x', 'a'),
          fc.array(fc.constantFrom('Gratuit', 'Payant'), { maxLength: 2 }),
        ),
        marks: fc.array(fc.record({ column: key, value: fc.constantFrom('Seniors', 'Gratuit') }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    )
    const field = fc.constantFrom(
      'nom',
      'services',
      'horaires',
      'h_lundi',
      'adresse_complete',
      'coordonnees',
      'telephone',
      'id',
    )
    fc.assert(
      fc.property(
        fc.dictionary(key, cell),
        fc.dictionary(field, from),
        fc.constantFrom('degrees', 'lambert-93', 'web-mercator'),
        (cells, fields, projection) => {
          const by = mappingSchema.parse({ fields, projection })
          expect(mappingSchema.parse(JSON.parse(JSON.stringify(by)))).toEqual(by)
          const row = mappedRow({ line: 1, cells: new Map(Object.entries(cells)) }, by)
          if ('record' in row) readNationalRecord(row.record, '2026-11-22')
        },
      ),
    )
  })
})
