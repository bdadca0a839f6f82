import { expect, test } from 'vitest'
import { departmentsOfPostcode, readCommuneRequest } from './commune-request'

test.each([
  ['Blois', [{ name: 'blois', code: '' }]],
  ['blois 41', [{ name: 'blois', code: '41' }]],
  ['41000 Blois Cedex', [{ name: 'blois', code: '41000' }]],
  ['Bastia (2B)', [{ name: 'bastia', code: '2b' }]],
  ['St Denis 974', [{ name: 'saint denis', code: '974' }]],
  ['lyon 69', [{ name: 'lyon', code: '69' }]],
  ['41', [{ name: '', code: '41' }]],
  ['', []],
  ['?', []],
])('%s reads as %o', (text, requests) => {
  expect(readCommuneRequest(text)).toEqual(requests)
})

test.each([
  ['Paris 12e', 'paris 12e arrondissement', 'paris'],
  ['paris 12ème arrdt', 'paris 12e arrondissement', 'paris'],
  ['Lyon 1', 'lyon 1er arrondissement', 'lyon'],
  ['Marseille 13', 'marseille 13e arrondissement', 'marseille'],
])('%s is an arrondissement, or perhaps its city', (text, arrondissement, city) => {
  expect(readCommuneRequest(text).map(({ name }) => name)).toEqual([arrondissement, city])
})

test('postcodes belong to the départements of their first digits', () => {
  expect(departmentsOfPostcode('41000')).toEqual(['41'])
  expect(departmentsOfPostcode('20200')).toEqual(['2A', '2B'])
  expect(departmentsOfPostcode('97400')).toEqual(['974%'])
  expect(departmentsOfPostcode('97')).toEqual(['97%'])
})
