import { readdirSync } from 'node:fs'
import { expect, test } from '@/tests/support/browser-test'

/** What whoever has no account may open of the helpers' pages. */
const open = ['/orientation', '/orientation/evaluation', '/orientation/reperer', '/orientation/rejoindre']

/** An address for each page and each file of the desks: `[id]` and the like hold what could be one. */
const addresses = ['(coordination)', '(orientation)'].flatMap((group) =>
  readdirSync(`app/${group}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path))
    .map((path) => `/${path.replace(/\/(page\.tsx|route\.ts)$/, '')}`)
    .filter((path) => !path.includes('[token]') && !open.includes(path))
    .map((path) =>
      path
        .replace('[section]', 'horaires')
        .replaceAll(/lieux\/\[id\]/g, 'lieux/adp-1')
        .replaceAll(/\[(one|other)\]/g, 'adp-1')
        .replaceAll(/\[\w+\]/g, '0192f0c1-2345-7abc-8def-0123456789ab'),
    ),
)

test('every page and every file of the desks asks who is there before it says anything', async ({ request }) => {
  expect(addresses.length).toBeGreaterThan(35)
  const answers: string[] = []
  for (const address of addresses) {
    const answer = await request.get(address, { maxRedirects: 0 })
    const to = answer.headers().location ?? ''
    // An upload is sent, never read.
    if (answer.status() === 405) continue
    if (answer.status() !== 401 && !to.startsWith('/connexion?retour='))
      answers.push(`${address} ${answer.status()} ${to}`)
  }
  expect(answers).toEqual([])
})
