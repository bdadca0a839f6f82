import { expect, test } from '@/tests/support/browser-test'

test('home and results weigh little: at most 160 kB of compressed JavaScript before the map', async ({ page }) => {
  for (const path of ['/', '/lieux?departement=41']) {
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    await client.send('Network.setCacheDisabled', { cacheDisabled: true })
    const scripts = new Map<string, number>()
    client.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0))
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength)
    })
    await page.addInitScript(() =>
      Object.assign(window, {
        IntersectionObserver: class {
          observe() {}
          disconnect() {}
        },
      }),
    )
    await page.goto(path, { waitUntil: 'networkidle' })
    const total = [...scripts.values()].reduce((sum, size) => sum + size, 0)
    expect(total, path).toBeGreaterThan(10_000)
    expect(total, path).toBeLessThanOrEqual(160_000)
  }
})
