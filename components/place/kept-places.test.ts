import { expect, test } from 'vitest'
import { readKeptPlaces } from './kept-places'

const place = { id: 'adp-1', name: 'Fabrique', where: 'Blois', path: '/lieux/adp-1', keptAt: '2026-11-22T10:00:00Z' }

test('what was kept is read again', () => expect(readKeptPlaces(JSON.stringify([place]))).toEqual([place]))

test.each(['', 'null', '{}', '"x"', '[1, null]', 'not json'])('“%s” holds no place', (stored) =>
  expect(readKeptPlaces(stored)).toEqual([]),
)

test.each([
  { path: 'javascript:alert()' },
  { path: '//elsewhere.example/lieux' },
  { path: '/\\elsewhere.example' },
  { name: 3 },
  { keptAt: 'yesterday' },
])('a place with %o is left out, the others stay', (wrong) =>
  expect(readKeptPlaces(JSON.stringify([{ ...place, ...wrong }, place]))).toEqual([place]),
)
