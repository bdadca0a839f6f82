import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeIds, encodeIds } from './found-ids'

test('ids travel to the map and back, in whatever order they were found', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 31 - 1 })), (ids) => {
      expect(decodeIds(encodeIds(ids).buffer)).toEqual(new Set(ids))
    }),
  )
})
