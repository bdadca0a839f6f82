import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentPolicy } from '@/lib/content-policy'
import { hashedPage } from './hashed-page'

const nonce = 'c2l4dGVlbiByYW5kb20hIQ=='
const policy = contentPolicy({ nonce, tilesUrl: 'https://tiles.example/{z}', isSecure: true, isDevelopment: false })
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

function pageWith(html: string) {
  const page = hashedPage({ html, policy, link: `</a.css>; rel=preload; nonce="${nonce}"` })
  if (!page) throw new Error('The page has no nonce.')
  return page
}

test('scripts and styles of the page are named by their content', () => {
  const page = pageWith(`<style nonce="${nonce}">p{}</style><script nonce="${nonce}">un\né\n</script>`)
  expect(page.policy).toContain(`script-src 'self' ${hashOf('un\né\n')};`)
  expect(page.policy).toContain(`style-src 'self' ${hashOf('p{}')};`)
  expect(page.policy).toContain('upgrade-insecure-requests')
})

test('nothing is allowed by a nonce any more, and none is left in the page', () => {
  const { html, policy, link } = pageWith(
    `<script nonce="${nonce}" src="/a.js"></script><script nonce="${nonce}">1</script>`,
  )
  expect(policy).not.toMatch(/nonce|strict-dynamic|unsafe/)
  expect(html + link).not.toContain(nonce)
})

test('a script names what it holds once its nonce is taken out', () => {
  const { html, policy } = pageWith(`<script nonce="${nonce}">push({nonce:"${nonce}"})</script>`)
  expect(policy).toContain(hashOf(/>(push.*)</.exec(html)?.[1] ?? ''))
})

test.each([
  '<script>alert()</script>',
  '<script nonce="">alert()</script>',
  `<script nonce="${'0'.repeat(24)}">alert()</script>`,
])('%s slipped into a page is not allowed', (slipped) => expect(pageWith(slipped).policy).not.toContain('sha256'))

test('the same page drawn under two nonces is the same', () => {
  const other = 'YW5vdGhlciByYW5kb20hIQ=='
  const first = pageWith(`<script nonce="${nonce}">"${nonce}"</script>`)
  const [html, link] = [`<script nonce="${other}">"${other}"</script>`, `</a.css>; rel=preload; nonce="${other}"`]
  expect(hashedPage({ html, policy: policy.replaceAll(nonce, other), link })).toEqual(first)
})

test('a page without a nonce is left alone', () => {
  expect(hashedPage({ html: '<p>', policy: "default-src 'self'", link: '' })).toBeNull()
})
