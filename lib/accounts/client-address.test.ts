import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

test('without a proxy, only the connection is believed', () => {
  expect(clientAddress('9.9.9.9', '1.1.1.1, 2.2.2.2', 0)).toBe('9.9.9.9')
})

test('each trusted proxy is believed for the address it was called from', () => {
  expect(clientAddress('10.0.0.1', '6.6.6.6, 1.1.1.1', 1)).toBe('1.1.1.1')
  expect(clientAddress('10.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2)).toBe('1.1.1.1')
})

test('a request that came round the proxies has no known address', () => {
  expect(clientAddress('9.9.9.9', null, 1)).toBeNull()
  expect(clientAddress(null, null, 0)).toBeNull()
})
