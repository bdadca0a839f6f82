import { expect, test } from 'vitest'
import { bestEncoding } from './encoding'

test.each([
  [null, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.000, gzip ; q=0.001', 'gzip'],
  ['GZIP', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['gzipped, abr', 'identity'],
])('of “%s”, %s is taken', (accepted, best) => expect(bestEncoding(accepted)).toBe(best))

test('a header written to be slow is read before the test runs out of its time', () => {
  for (const hostile of [`br;q=0.${'1'.repeat(16_000)}x`, `br${' '.repeat(16_000)}x`, ', '.repeat(8000)]) {
    expect(bestEncoding(hostile)).toBe('identity')
  }
})
