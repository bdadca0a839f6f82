import { expect, test } from 'vitest'
import { narrowingsOf } from './narrowing'
import { parseSearch } from './schema'

const searchOf = (query: string) => parseSearch(new URLSearchParams(query)).search

test('a search without filters has nothing to give up', () => {
  expect(narrowingsOf(searchOf('lat=47.5&lon=1.3&page=2'))).toEqual([])
})

test('each value is given up alone, and the list starts again', () => {
  const search = searchOf('types=fabrique&types=tiers-lieu&page=3')
  expect(narrowingsOf(search)).toEqual([
    { field: 'kinds', value: 'FABRIQUE', without: searchOf('types=tiers-lieu') },
    { field: 'kinds', value: 'TIERS_LIEU', without: searchOf('types=fabrique') },
  ])
})

test('every parameter that narrows can be given up', () => {
  const query =
    'lat=47.5&lon=1.3&rayon=10&q=caf&commune=41018&departement=41&types=fabrique&services=aide-aux-demarches-administratives' +
    '&publics=seniors&prise_en_charge=surdite&frais=gratuit&dispositifs=aidants-connect&labels=ordi-3-0' +
    '&modalites_acces=telephoner&modalites_accompagnement=a-distance&itinerance=itinerant&ouvert=maintenant&horaires=soir&accessible=oui'
  const { search, problems } = parseSearch(new URLSearchParams(query))
  expect(problems).toEqual([])
  const narrowings = narrowingsOf(search)
  expect(narrowings).toHaveLength(17)
  for (const { without } of narrowings) expect(narrowingsOf(without)).toHaveLength(16)
})
