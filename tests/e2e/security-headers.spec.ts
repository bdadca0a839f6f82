import { expect, test } from '@/tests/support/signed-in-test'

const byNonce = /script-src 'self' 'nonce-[^']{22,}' 'strict-dynamic';/
/** Pages that are kept name their scripts by what they hold. */
const byHash = /script-src 'self'( 'sha256-[^']{44}')+;/
const pages: [path: string, policy: RegExp][] = [
  ['/', byHash],
  ['/lieux', byHash],
  ['/lieux/adp-1', byHash],
  ['/ar/lieux/adp-1', byHash],
  ['/hubs', byHash],
  ['/lieux?lieu=Blois', byNonce],
  ['/connexion', byNonce],
  ['/mot-de-passe/x', byNonce],
  ['/no-such-page', byNonce],
]
const backOffice = ['/coordination', '/coordination/lieux', '/coordination/lieux/nouveau']

for (const [path, policy] of pages) {
  test(`${path} carries its policy and keeps to it`, async ({ page }) => {
    const violations: string[] = []
    page.on(
      'console',
      (message) => message.text().includes('Content Security Policy') && violations.push(message.text()),
    )
    const response = await page.goto(path)
    await page.waitForLoadState('networkidle')
    const headers = response?.headers() ?? {}
    expect(headers['content-security-policy']).toMatch(policy)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      // The address of a link that sets a password is a key.
      'referrer-policy': path.startsWith('/mot-de-passe') ? 'same-origin' : 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toContain('geolocation=(self)')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(violations).toEqual([])
    // The page's scripts ran: React holds the document.
    expect(await page.evaluate(() => Object.keys(document).some((key) => key.startsWith('__react')))).toBe(true)
  })
}

test('an answer that is not kept has its own nonce', async ({ request }) => {
  const nonceOf = async () =>
    /nonce-([^']+)/.exec((await request.get('/connexion')).headers()['content-security-policy'] ?? '')?.[1]
  expect(await nonceOf()).not.toBe(await nonceOf())
})

test('the back office keeps to its policy and is kept by no cache', async ({ coordination: page }) => {
  const violations: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && violations.push(message.text()))
  for (const path of backOffice) {
    const response = await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(response?.headers()['cache-control']).toContain('no-store')
  }
  await page.getByRole('button', { name: 'Placer sur la carte' }).click()
  await expect(page.getByRole('region', { name: 'Carte pour placer le lieu' })).toBeVisible()
  expect(violations).toEqual([])
})

test('what is no whole form of ours is refused in a sentence, not failed at', async ({ request, baseURL }) => {
  const whole = '--part\r\nContent-Disposition: form-data; name="email"\r\n\r\na\r\n--part--\r\n'
  const origin = baseURL ?? ''
  const send = (headers: Record<string, string>, data: string) =>
    request.post('/connexion', { headers: { 'content-type': 'multipart/form-data; boundary=part', ...headers }, data })
  const answers = await Promise.all([
    send({ origin: 'https://elsewhere.example' }, whole),
    send({ origin: '::::' }, whole),
    send({ origin }, whole.slice(0, -10)),
    send({ origin, 'content-type': 'multipart/form-data' }, whole),
    send({ origin }, whole.replace('a\r\n', 'a'.repeat(300_000))),
  ])
  expect(answers.map((answer) => answer.status())).toEqual([403, 403, 400, 400, 413])
  for (const answer of answers) expect(await answer.text()).toContain('rien n’a été fait')
})

test('a social-security number typed into a search is refused, and goes no further', async ({ request }) => {
  const number = '2+55+08+14+168+025+38'
  for (const path of [`/lieux?q=${number}`, `/en/lieux?lieu=${number}`, `/ateliers?lieu=${number}&q=${number}`]) {
    const asked = await request.get(path, { maxRedirects: 0 })
    expect([asked.status(), asked.headers()['cache-control']]).toEqual([303, 'no-store'])
    const page = await (await request.get(path)).text()
    expect(page).toContain('N’écrivez pas de numéro de sécurité sociale')
    for (const text of [page, asked.headers().location]) expect(text).not.toMatch(/08\D{0,9}14\D{0,9}168/)
  }
  const answer = await request.get(`/api/v1/lieux?q=${number}`)
  expect([answer.status(), (await answer.json()).erreurs]).toEqual([
    400,
    [{ parametre: 'q', valeur: '•••', raison: expect.stringContaining('sécurité sociale') }],
  ])
})

test('data cannot be run or framed', async ({ request }) => {
  const headers = (await request.get('/api/health')).headers()
  expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
  expect(headers['x-content-type-options']).toBe('nosniff')
})
