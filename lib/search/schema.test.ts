import { describe, expect, it } from 'vitest'
import { parseSearch, searchToParams } from './schema'

const problemsOf = (query: string) => parseSearch(new URLSearchParams(query)).problems.map(({ parameter }) => parameter)
const searchOf = (query: string) => parseSearch(new URLSearchParams(query)).search

describe('parseSearch', () => {
  it('reads national values and their slugs alike', () => {
    const query = new URLSearchParams([
      ['services', 'aide-aux-demarches-administratives'],
      ['services', 'Maîtrise des outils numériques du quotidien'],
      ['types', 'france-services'],
      ['frais', 'Gratuit sous condition'],
    ])
    const { search, problems } = parseSearch(query)
    expect(problems).toEqual([])
    expect(search.services).toEqual(['ADMINISTRATIVE_PROCEDURES', 'EVERYDAY_DIGITAL_TOOLS'])
    expect(search.kinds).toEqual(['FRANCE_SERVICES'])
    expect(search.fees).toEqual(['FREE_UNDER_CONDITIONS'])
  })

  it('sorts by distance with a position and by name without one', () => {
    expect(searchOf('lat=47.586&lon=1.336').sort).toBe('DISTANCE')
    expect(searchOf('').sort).toBe('NAME')
    expect(searchOf('lat=47.586&lon=1.336&tri=nom').sort).toBe('NAME')
  })

  it.each([
    ['inconnu=1', ['inconnu']],
    ['__proto__=1', ['__proto__']],
    ['lat=47', ['lat']],
    ['lon=1', ['lon']],
    ['lat=91&lon=0', ['lat']],
    ['lat=1e1&lon=0', ['lat']],
    ['lat=NaN&lon=Infinity', ['lat', 'lon']],
    ['lat=47,5&lon=1', ['lat']],
    ['rayon=10', ['rayon']],
    ['lat=47&lon=1&rayon=0', ['rayon']],
    ['lat=47&lon=1&rayon=-3', ['rayon']],
    ['lat=47&lon=1&rayon=20001', ['rayon']],
    ['tri=distance', ['tri']],
    ['tri=hasard', ['tri']],
    ['page=0', ['page']],
    ['page=-1', ['page']],
    ['page=1.5', ['page']],
    ['limite=0', ['limite']],
    ['limite=101', ['limite']],
    ['limite=10&limite=20', ['limite']],
    ['q=', ['q']],
    ['q=%20', ['q']],
    ['q=%2C%2C!', ['q']],
    ['q=a%00b', ['q']],
    ['q=2+55+08+14+168+025+38', ['q']],
    ['q=%E2%80%A2%E2%80%A2%E2%80%A2', ['q']],
    [`q=${'a'.repeat(201)}`, ['q']],
    ['types=mairie', ['types']],
    ['types=fabrique,mediation', ['types']],
    ['types=fabrique&types=mairie&frais=cher', ['types', 'frais']],
    ['services=constructor', ['services']],
    ['commune=blois', ['commune']],
    ['departement=1', ['departement']],
    ['accessible=non', ['accessible']],
    ['ouvert=2026-11-22T10:00:00', ['ouvert']],
    ['ouvert=demain', ['ouvert']],
    ['ouvert=2026-02-30T10:00:00Z', ['ouvert']],
    ['ouvert=1900-01-01T10:00:00Z', ['ouvert']],
  ])('refuses %s', (query, names) => {
    expect(problemsOf(query)).toEqual(names)
  })

  it('says what was wrong, with the value and the reason', () => {
    expect(parseSearch({ frais: 'cher' }).problems).toEqual([
      {
        parameter: 'frais',
        value: 'cher',
        reason: 'valeur inconnue ; les valeurs possibles sont : gratuit, gratuit-sous-condition, payant',
      },
    ])
  })

  it('tells no social-security number again, wherever it was written', () => {
    const told = parseSearch({ q: 'Anne 255081416802538', frais: '2 55 08 14 168 025 38', '255081416802538': '1' })
    expect(told.problems.map(({ parameter, value }) => [parameter, value])).toEqual([
      ['•••', '1'],
      ['q', '•••'],
      ['frais', '•••'],
    ])
    expect(told.search.words).toBeNull()
  })

  it('applies the rest when one value is wrong', () => {
    const { search } = parseSearch({ types: ['fabrique', 'mairie'], lat: '47', lon: '1', limite: '1000' })
    expect(search).toMatchObject({ kinds: ['FABRIQUE'], near: { latitude: 47, longitude: 1 }, limit: 20 })
  })

  it('leaves the names of the page alone, and empty fields of a form, when asked to', () => {
    const params = { lieu: 'Blois', q: '', frais: ['', 'gratuit'], autre: '1' }
    const { search, problems } = parseSearch(params, { alsoAllowed: ['lieu'], ignoreEmpty: true })
    expect(problems.map(({ parameter }) => parameter)).toEqual(['autre'])
    expect(search.fees).toEqual(['FREE'])
  })

  it('reads an instant whose + became a space, and one without seconds', () => {
    const year = new Date().getUTCFullYear()
    expect(searchOf(`ouvert=${year}-06-22T10:00:00+02:00`).openAt).toEqual(new Date(`${year}-06-22T08:00:00Z`))
    expect(searchOf(`ouvert=${year}-06-22T10:00Z`).openAt).toEqual(new Date(`${year}-06-22T10:00:00Z`))
  })
})

describe('searchToParams', () => {
  it.each([
    '',
    'lat=47.586&lon=1.336&rayon=0.5',
    'lat=-0.0000001&lon=180&tri=nom&limite=100&page=3',
    'q=caf+imp%C3%B4ts&commune=41018&commune=75056&departement=2A&departement=974',
    'types=fabrique&types=tiers-lieu&services=aide-aux-demarches-administratives&frais=gratuit',
    'ouvert=maintenant&accessible=oui&tri=date_maj',
  ])('writes %s back as it was read', (query) => {
    expect(searchToParams(searchOf(query)).toString()).toBe(query)
  })
})
