import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readablePath } from './request-path'

test('a path that can be decoded is left as it is', () => {
  for (const url of ['/', '/lieux/adp-1', '/lieux?lieu=100%', '/lieux/caf%C3%A9?q=%ZZ'])
    expect(readablePath(url)).toBe(url)
})

test('a percent sign that starts no character stands for itself, and the query is left alone', () => {
  expect(readablePath('/lieux/a%ZZb')).toBe('/lieux/a%25ZZb')
  expect(readablePath('/lieux/%FF?q=%FF')).toBe('/lieux/%25FF?q=%FF')
  expect(readablePath('/100%')).toBe('/100%25')
})

test('whatever the path, it can then be decoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('%', 'F', '2', 'C', 'é', '/', 'x') }), (path) => {
      expect(() => decodeURIComponent(readablePath(`/${path}`).split('?')[0] ?? '')).not.toThrow()
    }),
  )
})

test.each([
  ['http://elsewhere.example/lieux?q=1', '/lieux?q=1'],
  ['HTTPS://elsewhere.example', '/'],
  ['http://elsewhere.example?q=1', '/?q=1'],
  ['/lieux?u=http://elsewhere.example/', '/lieux?u=http://elsewhere.example/'],
])('%s, as a proxy is asked, names no other site', (url, path) => {
  expect(readablePath(url)).toBe(path)
})
