import { expect, test } from 'vitest'
import { addressOddities, type KnownCommune } from './address'

const blois: KnownCommune = {
  name: 'Blois',
  departmentCode: '41',
  postcodes: ['41000'],
  latitude: 47.5813,
  longitude: 1.3049,
  precision: 'SURVEYED',
}
const there = { latitude: 47.586, longitude: 1.336 }

test('an address in its commune is not odd', () => {
  expect(addressOddities({ ...there, postcode: '41000' }, blois)).toEqual([])
})

test('another postcode and a far point are told, both', () => {
  const said = addressOddities({ latitude: 47.39, longitude: 0.69, postcode: '37000' }, blois)
  expect(said).toEqual([
    '37000 n’est pas un code postal de Blois (41000). C’est peut-être un code Cedex.',
    'Le point sur la carte est à 51\u00a0km de Blois.',
  ])
})

test('a point is judged by how well its commune is known', () => {
  const point = { latitude: 47.7, longitude: 1.3049, postcode: '41000' }
  expect(addressOddities(point, blois)).toHaveLength(1)
  expect(addressOddities(point, { ...blois, precision: 'COMMUNE' })).toEqual([])
  expect(addressOddities(point, { ...blois, latitude: null })).toEqual([])
  const maripasoula = { ...blois, departmentCode: '973', latitude: 46.5 }
  expect(addressOddities(point, maripasoula)).toEqual([])
})
