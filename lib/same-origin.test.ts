import { expect, test } from 'vitest'
import { isSameOrigin } from './same-origin'

const site = 'https://lieux.example'

test('the address people type is ours, whatever the host behind a proxy', () => {
  expect(isSameOrigin('https://lieux.example', 'internal:3000', site)).toBe(true)
})

test('so is the host that was asked', () => {
  expect(isSameOrigin('http://localhost:3000', 'localhost:3000', site)).toBe(true)
})

test.each([
  [null, 'lieux.example'],
  ['null', 'lieux.example'],
  ['', ''],
  ['https://elsewhere.example', 'lieux.example'],
  ['https://lieux.example.elsewhere.example', 'lieux.example'],
  ['http://lieux.example', 'internal:3000'],
  ['ftp://lieux.example', 'lieux.example'],
  ['https://lieux.example:8443', 'lieux.example'],
])('%j asking %j is not', (origin, host) => {
  expect(isSameOrigin(origin, host, site)).toBe(false)
})
