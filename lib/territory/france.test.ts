import { expect, test } from 'vitest'
import { mayBeInFrance } from './france'

test.each([
  ['Blois', 47.586, 1.336],
  ['Ouessant', 48.46, -5.09],
  ['Bonifacio', 41.387, 9.159],
  ['Dunkerque', 51.034, 2.377],
  ['Pointe-à-Pitre', 16.241, -61.533],
  ['Cayenne', 4.922, -52.313],
  ['Saint-Denis de La Réunion', -20.882, 55.45],
  ['Mamoudzou', -12.78, 45.228],
  ['Nouméa', -22.275, 166.458],
  ['Papeete', -17.535, -149.569],
  ['Geneva, from where France is near', 46.204, 6.143],
])('%s may be in France', (_, latitude, longitude) => {
  expect(mayBeInFrance({ latitude, longitude })).toBe(true)
})

test.each([
  ['London', 51.507, -0.128],
  ['Berlin', 52.52, 13.405],
  ['Madrid', 40.417, -3.704],
  ['Montréal', 45.502, -73.567],
  ['the Atlantic', 0, 0],
])('%s is not', (_, latitude, longitude) => {
  expect(mayBeInFrance({ latitude, longitude })).toBe(false)
})
