import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nationalCsvHeader, nationalCsvLine, withFormula, withoutFormula } from './national-csv'
import { readNationalRecord } from './national-record'
import { nationalFields, type PlaceForExport, toNational } from './national-schema'
import { recordOfCells } from './source-record'
import {
  accessModes,
  audiences,
  fees,
  itinerancies,
  labels,
  programmes,
  services,
  specialCare,
  supportModes,
} from './vocabulary'

const codesOf = <Code extends string>(vocabulary: Readonly<Record<Code, string>>) =>
  fc.subarray(Object.keys(vocabulary) as Code[])
const words = fc.string({ unit: fc.constantFrom(...'aé ="+-@,;\n\'’|'), maxLength: 20 })

const place: fc.Arbitrary<PlaceForExport> = fc.record({
  id: fc.nat().map((number) => `adp-${number + 1}`),
  pivot: fc.constantFrom(null, '43493312300029', 'W123456789'),
  name: words.map((text) => `${text}Lieu`),
  communeName: fc.constant('Blois'),
  postcode: fc.constant('41000'),
  communeCode: fc.constant('41018'),
  address: fc.oneof(fc.constant(''), words),
  addressComplement: fc.option(words),
  latitude: fc.double({ min: -21, max: 51, noNaN: true }),
  longitude: fc.double({ min: -61, max: 55, noNaN: true }),
  typologies: fc.constantFrom([], ['ASSO', 'TIERS_LIEUX']),
  phone: fc.constantFrom(null, '+33199001234', '+262262990012'),
  emails: fc.constantFrom([], ['a@example.org', 'b@example.org']),
  websites: fc.constantFrom([], ['https://example.org/?a=1|2']),
  openingHours: fc.constantFrom(null, 'Mo-Fr 09:00-12:00; Sa "sur rendez-vous"'),
  summary: fc.option(fc.string({ maxLength: 280 })),
  description: fc.option(words),
  collectedBy: fc.option(words),
  itinerancy: codesOf(itinerancies),
  parentStructure: fc.option(words),
  recordDate: fc.constant(new Date('2024-04-02')),
  services: codesOf(services),
  audiences: codesOf(audiences),
  specialCare: codesOf(specialCare),
  fees: codesOf(fees),
  programmes: codesOf(programmes),
  labels: codesOf(labels),
  otherLabels: fc.array(words, { maxLength: 2 }),
  accessModes: codesOf(accessModes),
  supportModes: codesOf(supportModes),
  accessibilityUrl: fc.constant(null),
  bookingUrl: fc.constantFrom(null, 'https://rdv.example.org'),
})

function cellsOf(one: PlaceForExport): Record<string, string> {
  const rows: string[][] = parse(nationalCsvHeader + nationalCsvLine(toNational(one)))
  const [header = [], cells = []] = rows
  return Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']))
}

/** What the schema 1.0.2 asks of the columns that it binds. */
const patterns: Record<string, RegExp> = {
  id: /./,
  pivot: /^[a-zA-Z0-9]{9,14}$/,
  nom: /./s,
  commune: /./,
  code_postal: /^\d{5}$/,
  code_insee: /^([013-9]\d|2[AB1-9])\d{3}$/,
  adresse: /./s,
  telephone: /^$|^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)(\d){6,9}$/,
  presentation_resume: /^[\s\S]{0,560}$/,
  date_maj: /^\d{4}-\d{2}-\d{2}$/,
}

describe('the national CSV', () => {
  it('has the 32 columns in order, and is valid whatever the place', () => {
    fc.assert(
      fc.property(place, (one) => {
        fc.pre(one.address.trim() !== '' || one.address === '')
        const cells = cellsOf(one)
        expect(Object.keys(cells)).toEqual([...nationalFields])
        for (const [column, pattern] of Object.entries(patterns)) expect(cells[column]).toMatch(pattern)
        expect(Array.from(cells.presentation_resume ?? '').length).toBeLessThanOrEqual(280)
        for (const column of ['services', 'formations_labels', 'dispositif_programmes_nationaux'])
          for (const value of (cells[column] ?? '').split('|'))
            expect([
              '',
              ...[services, labels, programmes].flatMap((vocabulary) => Object.values(vocabulary)),
            ]).toContain(value)
        expect(cells.dispositif_programmes_nationaux).not.toMatch(/Pass numérique|ABC Pix/)
      }),
    )
  })

  it('never starts a formula, phones and coordinates apart', () => {
    fc.assert(
      fc.property(place, (one) => {
        for (const [column, cell] of Object.entries(cellsOf(one)))
          if (!['telephone', 'latitude', 'longitude'].includes(column)) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })

  it('comes back as it was: what it holds of enumerations, contacts and hours', () => {
    fc.assert(
      fc.property(place, (one) => {
        const reading = readNationalRecord(recordOfCells(nationalFields, Object.values(cellsOf(one))), '2026-11-22')
        if ('refusal' in reading) throw new Error(reading.refusal)
        const { fields } = reading.place
        for (const field of [
          'services',
          'audiences',
          'specialCare',
          'fees',
          'labels',
          'accessModes',
          'supportModes',
          'itinerancy',
        ] as const)
          expect(new Set(fields[field])).toEqual(new Set(one[field]))
        expect(fields).toMatchObject({
          pivot: one.pivot,
          phone: one.phone,
          emails: one.emails,
          openingHours: one.openingHours,
          bookingUrl: one.bookingUrl,
        })
      }),
    )
  })

  it('takes its apostrophe away again', () => {
    fc.assert(
      fc.property(words, (text) => {
        fc.pre(!text.startsWith("'"))
        expect(withFormula(withoutFormula(text))).toBe(text)
      }),
    )
  })
})
