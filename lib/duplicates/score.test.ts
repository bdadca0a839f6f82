import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable, type Described } from './comparable'
import { findPairs, meetingsOf } from './pairs'
import { judgePair, threshold } from './score'

const base: Described = {
  id: 'adp-1',
  name: 'Médiathèque Maurice-Genevoix',
  address: '4 avenue de Verdun',
  communeCode: '41018',
  communeName: 'Blois',
  latitude: 47.586,
  longitude: 1.336,
  isApproximate: false,
  pivot: null,
  phone: '+33254000000',
  emails: ['accueil@example.org'],
  websites: ['https://www.example.org'],
}
const scoreOf = (one: Partial<Described>, other: Partial<Described>) =>
  judgePair(comparable({ ...base, ...one }), comparable({ ...base, id: 'adp-2', ...other })).score

describe('two records of one place', () => {
  it.each<[string, Partial<Described>]>([
    ['written otherwise', { name: 'MEDIATHEQUE MAURICE GENEVOIX', address: '4 AV DE VERDUN' }],
    ['with a slip in the name', { name: 'Médiathèque Maurice Genevoi', phone: null, emails: [], websites: [] }],
    ['without a number in the street', { address: 'Avenue de Verdun', phone: null }],
    ['a little further on the map', { latitude: 47.5868, phone: null }],
    ['known by its commune only', { isApproximate: true, latitude: 47.59 }],
    ['with the commune in its name', { name: 'Médiathèque Maurice Genevoix de Blois' }],
    ['that moved down the street', { address: '12 avenue de Verdun' }],
  ])('are told: %s', (_, other) => {
    expect(scoreOf({}, other)).toBeGreaterThanOrEqual(threshold)
  })
})

describe('two places', () => {
  const chain = {
    name: 'Mission locale',
    phone: '+33254111111',
    emails: [],
    websites: ['https://missions.example.org'],
  }
  it.each<[string, Partial<Described>, Partial<Described>]>([
    [
      'two services at one address',
      { name: 'CCAS de Blois', phone: null, emails: [], websites: [] },
      { name: 'Cyber-base du Lac', phone: null, emails: [], websites: [] },
    ],
    [
      'a town hall and its library under one phone',
      { name: 'Mairie de Vineuil' },
      { name: 'Bibliothèque de Vineuil', address: '2 rue des Écoles', latitude: 47.588 },
    ],
    [
      'one chain in neighbouring communes',
      { ...chain },
      {
        ...chain,
        communeCode: '41295',
        communeName: 'Vineuil',
        address: '2 rue des Érables',
        latitude: 47.6,
        longitude: 1.37,
      },
    ],
    [
      'France Services of two towns',
      { name: 'France Services', emails: [], websites: [], phone: '+33254000001' },
      {
        name: 'France Services',
        emails: [],
        websites: [],
        phone: '+33254000002',
        address: '9 rue Haute',
        latitude: 47.62,
      },
    ],
  ])('are kept apart: %s', (_, one, other) => {
    expect(scoreOf(one, other)).toBeLessThan(threshold)
  })
})

it('says the same whichever of two comes first, and names why', () => {
  const { signals } = judgePair(comparable(base), comparable({ ...base, id: 'adp-2' }))
  expect(signals.map(({ name }) => name)).toEqual(['name', 'address', 'distance', 'phone', 'email', 'website'])
  const any = fc.record({
    name: fc.constantFrom('Mairie', 'Espace Léo', 'Espace Léa', 'CCAS', 'Médiathèque Hugo'),
    address: fc.constantFrom('1 rue Haute', '1 bis rue Haute', 'Rue Basse', ''),
    latitude: fc.double({ min: 47, max: 47.1, noNaN: true }),
    phone: fc.constantFrom(null, '+33254000000', '+33254000001'),
  })
  fc.assert(
    fc.property(any, any, (one, other) => {
      expect(scoreOf(one, other)).toBeCloseTo(scoreOf(other, one), 10)
    }),
  )
})

describe('a sweep', () => {
  it('finds what comparing all with all finds', () => {
    const any = fc.array(
      fc.record({
        name: fc.constantFrom(
          'Mairie',
          'Espace Léo',
          'Espace Léa Martin',
          'CCAS',
          'Médiathèque Hugo',
          'Mediatheque Hugo',
        ),
        address: fc.constantFrom('1 rue Haute', '1 r haute', 'Rue Basse', '3 place Hugo'),
        communeCode: fc.constantFrom('41018', '41295'),
        latitude: fc.double({ min: 47.58, max: 47.6, noNaN: true }),
        longitude: fc.double({ min: 1.33, max: 1.36, noNaN: true }),
        phone: fc.constantFrom(null, '+33254000000', '+33254000001'),
      }),
      { minLength: 2, maxLength: 20 },
    )
    fc.assert(
      fc.property(any, (rows) => {
        const places = rows.map((row, index) =>
          comparable({ ...base, emails: [], websites: [], ...row, id: `adp-${index}` }),
        )
        const found = new Set(findPairs(places).map(({ one, other }) => `${one} ${other}`))
        const missed = places.flatMap((one) =>
          places
            .filter((other) => one.id < other.id && judgePair(one, other).score >= 0.8)
            .filter((other) => !found.has(`${one.id} ${other.id}`)),
        )
        expect(missed).toEqual([])
        const meets = (one: Described, other: Described) =>
          meetingsOf(one).some((meeting) => meetingsOf(other).includes(meeting))
        const apart = places.flatMap((one) =>
          places.filter((other) => found.has(`${one.id} ${other.id}`) && !meets(one, other)),
        )
        expect(apart).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
