import { expect, test } from 'vitest'
import { contentPolicy } from './content-policy'

const settings = {
  nonce: 'n0nce',
  tilesUrl: 'https://{s}.tiles.example/{z}/{x}/{y}.png',
  isSecure: true,
  isDevelopment: false,
}

test('nothing inline runs or styles without the nonce', () => {
  const policy = contentPolicy(settings)
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic'")
  expect(policy).toContain("style-src 'self' 'nonce-n0nce'")
})

test('images come from here and from the tiles alone', () => {
  expect(contentPolicy(settings)).toContain("img-src 'self' data: https://*.tiles.example;")
})

test('nobody frames a page, nor sends its forms or its base elsewhere', () => {
  for (const directive of ["frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'", "object-src 'none'"]) {
    expect(contentPolicy(settings)).toContain(directive)
  }
})

test('requests are only moved to https where the site is on it', () => {
  expect(contentPolicy(settings)).toMatch(/upgrade-insecure-requests$/)
  expect(contentPolicy({ ...settings, isSecure: false })).not.toContain('upgrade-insecure-requests')
})
