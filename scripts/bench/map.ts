import { type Browser, chromium, type Page } from '@playwright/test'
import { encodeMapData } from '@/lib/map/map-data'
import { compress } from '@/lib/map/map-file'
import { getMapLegend, listMapPlaces } from '@/lib/map/queries'
import { chromiumFlags, findChromium } from '@/tests/support/chromium'
import { median } from './load'

type Say = (what: string, figure: string) => void

/** Milliseconds within which a filter change is to be painted, by number of places. */
const targets = [
  { count: 20_000, repaint: 50 },
  { count: 100_000, repaint: 150 },
]
const changes = 21

/** Tells the weight of the map's download, and how long a change of filter takes until it is painted. */
export async function measureMap(site: string, say: Say): Promise<void> {
  say('Map data of all places', await download(`${site}/lieux/carte`))
  const [places, legend] = [await listMapPlaces(), await getMapLegend()]
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
  try {
    for (const { count, repaint } of targets.filter((target) => target.count <= places.length)) {
      const some = places.slice(0, count)
      const { gzipped } = await compress(encodeMapData(some, legend))
      const combinations = new Set(some.map(({ facets }) => facets)).size
      const size = `${(gzipped.length / 1000).toFixed(1)} kB compressed${count === 20_000 ? ' (150 kB at most)' : ''}`
      say(`Map data for ${count} places`, `${size}, ${combinations} combinations of facets`)
      const times = await repaintTimes(browser, site, Buffer.from(gzipped))
      const slowest = Math.max(...times).toFixed(0)
      say('  a filter change, painted', `${median(times).toFixed(0)} ms (${repaint} ms at most), slowest ${slowest} ms`)
    }
  } finally {
    await browser.close()
  }
}

/** One answer, and none for who has it. */
async function download(url: string): Promise<string> {
  const first = await fetch(url)
  const size = (await first.bytes()).length
  const etag = first.headers.get('etag') ?? ''
  const start = performance.now()
  const second = await fetch(url, { headers: { 'if-none-match': etag } })
  const milliseconds = performance.now() - start
  if (!first.ok || second.status !== 304) throw new Error(`${url} answers ${first.status}, then ${second.status}.`)
  return `${(size / 1000).toFixed(1)} kB compressed, then 304 by its ETag in ${milliseconds.toFixed(0)} ms`
}

/** From the change of a box of the page's filters to the frame that shows it, with all of France in view. */
async function repaintTimes(browser: Browser, site: string, file: Buffer): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  // The compiler of the scripts wraps functions in this, which pages do not have.
  await page.addInitScript({ content: 'window.__name = (named) => named' })
  await page.route('**/lieux/carte', (route) => route.fulfill({ body: file, contentType: 'application/gzip' }))
  await page.route('**/*{wmts,tile}*', (route) => route.abort())
  await page.goto(`${site}/lieux`)
  await page.locator('#carte').scrollIntoViewIfNeeded()
  await page.getByText(/^Lieux dans cette vue/).waitFor()
  await page.waitForLoadState('networkidle')
  const times: number[] = []
  for (let change = 0; change < changes; change++) times.push(await oneChange(page))
  await page.close()
  return times
}

async function oneChange(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const count = [...document.querySelectorAll('[role=status]')].find(({ textContent }) => textContent?.includes(': '))
    const box = document.querySelector<HTMLInputElement>('form[action$="/lieux"] input[type=checkbox][name=types]')
    if (!count || !box) throw new Error('The page has no filters, or no map.')
    const painted = () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = resolve
          port2.postMessage(null)
        })
      })
    // Nothing else is under way.
    for (let frame = 0; frame < 20; frame++) await painted()
    const before = count.textContent
    const start = performance.now()
    box.click()
    do await painted()
    while (count.textContent === before)
    return performance.now() - start
  })
}
