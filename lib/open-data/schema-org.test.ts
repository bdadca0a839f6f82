import { describe, expect, test } from 'vitest'
import type { PublishedPlace } from '@/lib/places/queries'
import { placeData } from './schema-org'

const place: PublishedPlace = {
  id: 'adp-1',
  kind: 'MEDIATION',
  name: 'Médiathèque',
  typologies: ['BIB'],
  address: '4 place Jean-Jaurès',
  addressComplement: null,
  postcode: '41000',
  communeCode: '41018',
  commune: { name: 'Blois', departmentCode: '41' },
  latitude: 47.586,
  longitude: 1.336,
  precision: 'ADDRESS',
  phone: '+33254000000',
  emails: ['contact@example.org'],
  websites: [],
  bookingUrl: null,
  accessibilityUrl: null,
  openingHours: 'Tu-Sa 10:00-12:00,14:00-18:00; PH off',
  summary: null,
  description: null,
  itinerancy: [],
  parentStructure: null,
  audiences: [],
  specialCare: ['ENGLISH'],
  fees: ['FREE'],
  programmes: [],
  labels: [],
  otherLabels: [],
  accessModes: [],
  takesReferrals: null,
  supportModes: [],
  collectedBy: null,
  isDemo: false,
  recordDate: new Date('2026-11-01'),
  verifiedAt: null,
  freshness: 'CURRENT',
  isConfirmedByItself: false,
  services: [
    {
      service: 'EMPLOYMENT',
      supportModes: [],
      fees: ['FREE'],
      audiences: [],
      levels: [],
      bookingUrl: null,
      note: null,
    },
  ],
  closures: [{ from: '2026-11-28', to: '2026-11-30', reason: null }],
  sources: [],
}
const dataOf = (fields: Partial<PublishedPlace> = {}) =>
  JSON.parse(JSON.stringify(placeData({ ...place, ...fields }, 'https://example.org', new Date('2026-11-22T10:00Z'))))

describe('what search engines read of a place', () => {
  test('is where it is, how to call it, and that it is free', () => {
    expect(dataOf()).toMatchObject({
      '@type': 'Library',
      url: 'https://example.org/lieux/adp-1',
      telephone: '+33254000000',
      address: { postalCode: '41000', addressLocality: 'Blois', addressCountry: 'FR' },
      geo: { latitude: 47.586, longitude: 1.336 },
      isAccessibleForFree: true,
      knowsLanguage: ['fr', 'en'],
      makesOffer: [{ price: 0, itemOffered: { name: 'Insertion professionnelle via le numérique' } }],
    })
  })
  test('is open on the days to come, each with its date, and closed where a closure was announced', () => {
    const { openingHoursSpecification: open, specialOpeningHoursSpecification: special } = dataOf()
    expect(open[0]).toMatchObject({
      dayOfWeek: 'https://schema.org/Tuesday',
      opens: '10:00',
      closes: '12:00',
      validFrom: '2026-11-24',
      validThrough: '2026-11-24',
    })
    expect(special).toMatchObject([
      { opens: '00:00', closes: '00:00', validFrom: '2026-11-28', validThrough: '2026-11-30' },
    ])
  })
  test('has no mail address, and nothing that is not known', () => {
    const data = dataOf({ openingHours: null, phone: null, fees: [] })
    expect(JSON.stringify(data)).not.toContain('@example')
    expect(Object.keys(data)).not.toEqual(expect.arrayContaining(['telephone']))
    expect(data).not.toHaveProperty('openingHoursSpecification')
    expect(data).not.toHaveProperty('isAccessibleForFree')
  })
  test.each([
    ['FRANCE_SERVICES', [], 'GovernmentOffice'],
    ['MEDIATION', ['ASSO'], ['CivicStructure', 'Organization']],
  ] as const)('a place %s of type %s is a %s', (kind, typologies, type) => {
    expect(dataOf({ kind, typologies: [...typologies] })['@type']).toEqual(type)
  })
})
