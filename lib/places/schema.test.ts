import { describe, expect, test } from 'vitest'
import { fieldErrors } from '@/lib/form-state'
import { normalisePhone } from './phone'
import { isSiret, normalisePivot } from './pivot'
import { newPlaceRequest, placeInput, sectionRequest } from './schema'
import { sectionNames, sections } from './sections'
import { withGridValues } from './service-grid'
import { normaliseWebAddress } from './web-address'

const minimal = {
  kind: 'MEDIATION',
  name: 'Médiathèque',
  address: '1 rue de la Paix',
  postcode: '41000',
  communeCode: '41018',
  latitude: '47,586',
  longitude: '1.336',
  precision: 'ADDRESS',
}

describe('a place', () => {
  test('needs a name, a kind, an address and a position, and says so all at once', () => {
    const { error } = placeInput.safeParse({})
    expect(Object.keys((error && fieldErrors(error)) ?? {}).sort()).toEqual(Object.keys(minimal).sort())
  })

  test('may say nothing else', () => {
    const place = placeInput.parse(minimal)
    expect(place).toMatchObject({ latitude: 47.586, longitude: 1.336, phone: null, emails: [], services: [] })
  })

  test('is written as the national schema writes it', () => {
    const place = placeInput.parse({
      ...minimal,
      name: '  Maison \u0000 du  numérique ',
      phone: '02 61 91 00 01',
      emails: 'Accueil@Example.org\r\n\r\naccueil@example.org',
      websites: 'www.example.org | http://example.org/a',
      pivot: '130 006 109 00016',
      fees: ['PAID', 'FREE', 'PAID'],
    })
    expect(place).toMatchObject({
      name: 'Maison du numérique',
      phone: '+33261910001',
      emails: ['accueil@example.org'],
      websites: ['https://www.example.org/', 'http://example.org/a'],
      pivot: '13000610900016',
      fees: ['FREE', 'PAID'],
    })
  })

  test.each([
    ['kind', 'CHURCH'],
    ['name', ' '],
    ['name', 'a'.repeat(301)],
    ['pivot', '13000610900019'],
    ['postcode', '4100'],
    ['communeCode', '41'],
    ['latitude', '91'],
    ['latitude', 'abc'],
    ['longitude', 'Infinity'],
    ['precision', 'GUESSED'],
    ['phone', '3949'],
    ['emails', 'accueil@example.org\nnobody'],
    ['websites', 'javascript:alert(1)'],
    ['bookingUrl', 'https://user:secret@example.org/'],
    ['summary', 'é'.repeat(281)],
    ['fees', ['FREE', 'CHEAP']],
    ['typologies', ['a b']],
  ])('refuses %s %j', (field, value) => {
    const { error } = placeInput.safeParse({ ...minimal, [field]: value })
    expect(error && Object.keys(fieldErrors(error))).toEqual([field])
  })

  test('is not in the sea at 0,0', () => {
    expect(placeInput.safeParse({ ...minimal, latitude: '0', longitude: '0' }).success).toBe(false)
  })

  test('keeps hours that it cannot read', () => {
    expect(placeInput.parse({ ...minimal, openingHours: 'sur rendez-vous' }).openingHours).toBe('sur rendez-vous')
  })
})

describe('the grid', () => {
  const services = {
    EMPLOYMENT: { offered: 'on', fees: ['FREE'], levels: ['BEGINNER'], note: ' le mardi ' },
    LEISURE_AND_CREATION: { note: 'not offered', bookingUrl: 'not an address' },
    ADMINISTRATIVE_PROCEDURES: { offered: 'on' },
  }

  test('keeps the lines of ticked services, in the vocabulary’s order', () => {
    const grid = placeInput.parse({ ...minimal, services }).services
    expect(grid.map(({ service }) => service)).toEqual(['ADMINISTRATIVE_PROCEDURES', 'EMPLOYMENT'])
    expect(grid[1]).toEqual({
      service: 'EMPLOYMENT',
      supportModes: [],
      fees: ['FREE'],
      audiences: [],
      levels: ['BEGINNER'],
      bookingUrl: null,
      note: 'le mardi',
    })
  })

  test('names the field at fault of a line', () => {
    const wrong = { EMPLOYMENT: { offered: 'on', fees: ['CHEAP'], bookingUrl: 'x' } }
    const { error } = placeInput.safeParse({ ...minimal, services: wrong })
    expect(error && Object.keys(fieldErrors(error)).sort()).toEqual([
      'services.EMPLOYMENT.bookingUrl',
      'services.EMPLOYMENT.fees',
    ])
  })

  test('refuses a service that does not exist', () => {
    expect(placeInput.safeParse({ ...minimal, services: { COOKING: { offered: 'on' } } }).success).toBe(false)
  })

  test('adds what it says to what the place says as a whole', () => {
    const place = placeInput.parse({ ...minimal, fees: ['PAID'], services })
    expect(withGridValues(place, place.services).fees).toEqual(['FREE', 'PAID'])
  })
})

test('an address can be located before anything else is right', () => {
  expect(newPlaceRequest.safeParse({ intent: 'locate' }).success).toBe(true)
  expect(newPlaceRequest.safeParse({}).success).toBe(false)
})

describe('an edit of a section', () => {
  const edit = { intent: 'save', section: 'contact', id: 'adp-1', version: '3', phone: '02 54 00 00 00' }

  test('names its place and its version', () => {
    expect(sectionRequest.parse(edit)).toMatchObject({ id: 'adp-1', version: 3, phone: '+33254000000' })
    expect(sectionRequest.safeParse({ ...edit, version: '0' }).success).toBe(false)
    expect(sectionRequest.safeParse({ ...edit, id: '1; DROP' }).success).toBe(false)
    expect(sectionRequest.safeParse({ ...edit, section: 'status' }).success).toBe(false)
  })

  test('says why in a few words, or not', () => {
    const hours = { ...edit, section: 'hours', mode: 'unknown' }
    expect(sectionRequest.parse({ ...hours, why: ' Vu sur place ' })).toMatchObject({ why: 'Vu sur place' })
    expect(sectionRequest.parse(edit)).toMatchObject({ why: null })
    for (const why of ['a'.repeat(201), 'Pour 2 84 05 88 001 001 08']) {
      const { error } = sectionRequest.safeParse({ ...edit, why })
      expect(error && Object.keys(fieldErrors(error))).toEqual(['why'])
    }
  })

  test('takes its own fields, and says what is wrong of each', () => {
    expect(sectionRequest.parse({ ...edit, name: 'Autre' })).not.toHaveProperty('name')
    const { error } = sectionRequest.safeParse({ ...edit, phone: '1', emails: 'a@' })
    expect(error && Object.keys(fieldErrors(error))).toEqual(['phone', 'emails'])
    const week = { mode: 'week', week: { mo: { 0: { opens: '9h', closes: '12:00', comment: '' } } } }
    expect(sectionRequest.parse({ ...edit, section: 'hours', ...week })).toMatchObject({
      openingHours: 'Mo 09:00-12:00',
    })
  })

  test('stands in one section, as every field of a place does', () => {
    const fields = sectionNames.flatMap((section): string[] => [...sections[section].fields])
    expect(fields.toSorted()).toEqual(Object.keys(placeInput.parse(minimal)).toSorted())
  })
})

test('dates stand beside what they are of, and end after they start', () => {
  const terms = (row: object) => placeInput.safeParse({ ...minimal, programmes: ['PIX'], programmeTerms: { PIX: row } })
  expect(terms({ since: '2024-09-01', until: '', note: ' ' }).data?.programmeTerms).toEqual([
    { code: 'PIX', since: '2024-09-01', until: null, note: null },
  ])
  expect(terms({ since: '', until: '', note: '' }).data?.programmeTerms).toEqual([])
  const { error } = terms({ since: '2024-09-01', until: '2024-08-31' })
  expect(error && fieldErrors(error)).toEqual({ 'programmeTerms.PIX.until': 'La fin vient avant le début.' })
  expect(terms({ since: 'hier' }).success).toBe(false)
})

describe('numbers and addresses', () => {
  test.each([
    ['02 54 00 00 00', '+33254000000'],
    ['0590 20 00 00', '+590590200000'],
    ['+687 25 12 34', '+687251234'],
    ['+33254000000', '+33254000000'],
    ['3949', null],
    ['+49 30 123456', null],
    ['bonjour', null],
  ])('phone %s is %s', (text, expected) => {
    expect(normalisePhone(text)).toBe(expected)
  })

  test.each([
    ['W751234567', 'W751234567'],
    ['356 000 000 00048', '35600000000048'],
    ['356 000 000 00041', null],
    ['356 000 000 00042', '35600000000042'],
    ['000 000 000 00000', null],
    ['13000610900019', null],
  ])('pivot %s is %s', (text, expected) => {
    expect(normalisePivot(text)).toBe(expected)
  })

  test('a SIRET is fourteen digits that add up', () => {
    expect(isSiret('13000610900016')).toBe(true)
    expect(isSiret('1300061090001')).toBe(false)
  })

  test.each([
    ['example.org', 'https://example.org/'],
    ['HTTP://Example.org/A', 'http://example.org/A'],
    ['localhost', null],
    ['http://127.0.0.1/', null],
    ['data:text/html,x', null],
    ['https://', null],
  ])('web address %s is %s', (text, expected) => {
    expect(normaliseWebAddress(text)).toBe(expected)
  })
})
