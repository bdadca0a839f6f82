import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

/** On every answer. A page's content policy carries a nonce and is in proxy.ts. */
const securityHeaders = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
}).map(([key, value]) => ({ key, value }))

/** Data, which nothing may run from. */
const apiPolicy = { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'; sandbox" }

/**
 * The address of these pages is a key: no other site is told of it, no search engine keeps it. `no-referrer` would
 * also take the origin away from their forms, which are refused without one.
 */
const linkHeaders = [
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
]

const config: NextConfig = {
  // The tests build beside a running `npm start` without disturbing it.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // Written in the build: the worker of another one replaces it in browsers.
  env: { BUILD_VERSION: process.env.BUILD_VERSION ?? '' },
  // `npm test` checks them: who starts the site need not wait.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // What people type in a form is for nobody's log, not even under `npm run dev`.
  logging: { serverFunctions: false },
  reactStrictMode: true,
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/api/:path*', headers: [apiPolicy] },
    ...['confirmer', 'invitation', 'mot-de-passe', 'orientation/rejoindre', 'reponse'].map((page) => ({
      source: `/${page}/:path*`,
      headers: linkHeaders,
    })),
  ],
  // Forms hold a few kilobytes of text.
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
  serverExternalPackages: ['@node-rs/argon2', 'opening_hours', 'pg'],
}

export default withNextIntl(config)
