import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookletSizes, fateOf } from './booklet'

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
const booklet = fc
  .constantFrom(...bookletSizes)
  .chain((vouchers) => fc.record({ vouchers: fc.constant(vouchers), used: fc.integer({ min: 0, max: vouchers }) }))

test('each voucher given is used, expired or still good, and only one of these', () => {
  fc.assert(
    fc.property(booklet, day, day, (given, expiresOn, today) => {
      const fate = fateOf({ ...given, expiresOn }, today.toISOString().slice(0, 10))
      expect(fate.used + fate.expired + fate.left).toBe(given.vouchers)
      expect(Math.min(...Object.values(fate))).toBeGreaterThanOrEqual(0)
      expect(fate.expired === 0 || fate.left === 0).toBe(true)
    }),
  )
})

test('a booklet serves on its last day, and no longer on the next', () => {
  const given = { vouchers: 5, used: 2, expiresOn: new Date('2026-11-22') }
  expect(fateOf(given, '2026-11-22')).toEqual({ used: 2, expired: 0, left: 3 })
  expect(fateOf(given, '2026-11-23')).toEqual({ used: 2, expired: 3, left: 0 })
})
