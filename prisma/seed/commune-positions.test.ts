import { expect, test } from 'vitest'
import type { City, OfficialCommune } from './commune-data'
import { locateCommunes } from './commune-positions'

function commune(code: string, nom: string, more: Partial<OfficialCommune> = {}): OfficialCommune {
  const departement = code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2)
  const none = { codesPostaux: [], population: 0, anciensCodes: [] }
  return { type: 'commune-actuelle', code, nom, departement, ...none, ...more }
}

function city(name: string, admin2: string, lat: number, lng: number, more: Partial<City> = {}): City {
  return { name, country: 'FR', admin1: '24', admin2, lat, lng, ...more }
}

const nowhere = new Map<string, string>()

test('a town alone to bear its name in its département places its commune', () => {
  const located = locateCommunes(
    [commune('41018', 'Saint-Étienne'), commune('42218', 'Saint-Étienne')],
    [city('Saint-Etienne', '41', 47.6, 1.3), city('Saint-Étienne', '42', 45.4, 4.4)],
    nowhere,
  )
  expect(located.get('41018')).toEqual({ latitude: 47.6, longitude: 1.3, precision: 'COMMUNE' })
  expect(located.get('42218')).toEqual({ latitude: 45.4, longitude: 4.4, precision: 'COMMUNE' })
})

test('a name borne by two towns, or by a commune of today and a merged one, places none', () => {
  const merged = commune('41002', 'Marly', { type: 'commune-deleguee', chefLieu: '41003' })
  const located = locateCommunes(
    [commune('41001', 'Bury'), commune('41004', 'Marly'), merged],
    [city('Bury', '41', 47.6, 1.3), city('Bury', '41', 48, 1), city('Marly', '41', 47.5, 1.2)],
    nowhere,
  )
  expect(located.size).toBe(0)
})

test('a commune takes the town of the merged commune whose code it kept', () => {
  const seat = commune('01015', 'Arbignieu', { type: 'commune-deleguee', chefLieu: '01015' })
  const located = locateCommunes([seat, commune('01015', 'Arboys')], [city('Arbignieu', '01', 45.7, 5.6)], nowhere)
  expect(located.get('01015')).toMatchObject({ latitude: 45.7, precision: 'COMMUNE' })
})

test('without a town, the towns of the same postcode tell about where it is', () => {
  const located = locateCommunes(
    [
      commune('41001', 'Ici', { codesPostaux: ['41100'] }),
      commune('41002', 'Là', { codesPostaux: ['41100'] }),
      commune('41003', 'Sans', { codesPostaux: ['41100'] }),
      commune('41004', 'Ailleurs', { codesPostaux: ['41200'] }),
    ],
    [city('Ici', '41', 47.6, 1.2), city('Là', '41', 47.8, 1.4)],
    nowhere,
  )
  expect(located.get('41003')).toEqual({ latitude: 47.7, longitude: 1.3, precision: 'POSTCODE' })
  expect(located.has('41004')).toBe(false)
})

test('an intercommunality tells it only when its towns lie close', () => {
  const communes = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'].map((name, index) => commune(`4100${index}`, name))
  const epcis = new Map(communes.map(({ code }, index) => [code, index < 3 ? 'compact' : 'broad']))
  const located = locateCommunes(
    communes,
    [
      ...[city('Un', '41', 47.6, 1.2), city('Deux', '41', 47.7, 1.2)],
      ...[city('Quatre', '41', 47.0, 1.2), city('Cinq', '41', 48.0, 1.2)],
    ],
    epcis,
  )
  expect(located.get('41002')).toMatchObject({ latitude: 47.65, precision: 'POSTCODE' })
  expect(located.has('41005')).toBe(false)
})

test('a namesake far from all its fellows is set aside', () => {
  const communes = ['Un', 'Deux', 'Trois', 'Loin'].map((name, index) => commune(`4100${index}`, name))
  const epcis = new Map(communes.map(({ code }) => [code, 'epci']))
  const near = [city('Un', '41', 47.6, 1.2), city('Deux', '41', 47.65, 1.2), city('Trois', '41', 47.7, 1.2)]
  const located = locateCommunes(communes, [...near, city('Loin', '41', 48.4, 1.2)], epcis)
  expect(located.get('41003')).toEqual({ latitude: 47.65, longitude: 1.2, precision: 'POSTCODE' })
})

test('arrondissements and overseas communes are found by the codes that GeoNames gives', () => {
  const located = locateCommunes(
    [
      commune('75112', 'Paris 12e Arrondissement', { type: 'arrondissement-municipal', commune: '75056' }),
      commune('69383', 'Lyon 3e Arrondissement', { type: 'arrondissement-municipal', commune: '69123' }),
      commune('97611', 'Mamoudzou'),
      commune('98814', 'Lifou'),
      commune('97411', 'Saint-Denis'),
      commune('97701', 'Saint-Barthélemy'),
    ],
    [
      city('Paris 12 Reuilly', '75', 48.84, 2.39),
      city('Lyon 03', '69', 45.76, 4.86),
      city('Mamoudzou', '', -12.78, 45.23, { country: 'YT', admin1: '97611' }),
      city('Kavani', '', -12.7, 45.2, { country: 'YT', admin1: '97611' }),
      city('Wé', '98814', -20.92, 167.26, { country: 'NC', admin1: '03' }),
      city('Saint-Denis', '974', -20.88, 55.45, { country: 'RE', admin1: 'RE' }),
      city('Gustavia', '', 17.9, -62.85, { country: 'BL', admin1: '00' }),
    ],
    nowhere,
  )
  expect([...located.keys()]).toEqual(['75112', '69383', '97611', '98814', '97411', '97701'])
  expect(located.get('97611')?.latitude).toBe(-12.78)
})
