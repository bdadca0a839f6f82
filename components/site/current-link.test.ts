import { expect, test } from 'vitest'
import { currentLink } from './current-link'

test.each([
  ['/lieux', '/lieux', 'page'],
  ['/lieux?lieu=Blois', '/lieux', 'page'],
  ['/lieux/adp-1', '/lieux', 'true'],
  ['/lieux-dits', '/lieux', undefined],
  ['/', '/lieux', undefined],
  [null, '/lieux', undefined],
])('at %s, the link to %s is %s', (path, href, current) => {
  expect(currentLink(path, href)).toBe(current)
})
