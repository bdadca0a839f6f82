import type { IncomingMessage, RequestListener } from 'node:http'
import { LRUCache } from 'lru-cache'
import { type KeptPage, keptPage, type Rendering, sendPage } from './kept-page'
import { isKeptPath } from './kept-paths'

interface Source {
  /** Renders a page for nobody in particular */
  render: (path: string) => Promise<Rendering>
  /** Changes with all that the pages show; read after the call */
  readMark: () => Promise<string>
}

/** Bytes of pages that are kept. */
const room = 64_000_000

/**
 * Answers with pages that are kept for as long as what they show is true: until the next change, and the
 * next minute, since pages tell what is open. Everything else goes to `others`, as does everything when
 * a page cannot be rendered or the mark cannot be read.
 */
export function keepPages({ render, readMark }: Source, others: RequestListener): RequestListener {
  // A page and its compressed forms.
  const pages = new LRUCache<string, { state: string; page: KeptPage | null }>({
    maxSize: room,
    sizeCalculation: ({ page }) => (page ? page.html.length * 2 : 200),
  })
  const underway = new Map<string, Promise<KeptPage | null>>()

  /** A page is what it was when its rendering began, or newer: the state is read before. */
  async function pageAt(path: string): Promise<KeptPage | null> {
    const state = `${await readMark()} ${Math.floor(Date.now() / 60_000)}`
    const kept = pages.get(path)
    if (kept?.state === state) return kept.page
    const key = `${state} ${path}`
    const rendering = underway.get(key) ?? renderAt(path, state).finally(() => underway.delete(key))
    underway.set(key, rendering)
    return rendering
  }

  async function renderAt(path: string, state: string): Promise<KeptPage | null> {
    const page = keptPage(await render(path))
    // What is not to be kept is remembered too: it would be rendered twice each time.
    pages.set(path, { state, page })
    return page
  }

  return async (request, response) => {
    const page = isForKeptPage(request) ? await pageAt(request.url ?? '').catch(() => null) : null
    if (page) await sendPage(page, request, response).catch((error: Error) => response.destroy(error))
    else others(request, response)
  }
}

/** Next's router asks for the same addresses with headers of its own, and wants something else than the page. */
function isForKeptPage({ method, url = '', headers }: IncomingMessage): boolean {
  const isPlain = !Object.keys(headers).some((name) => name === 'rsc' || name.startsWith('next-'))
  return (method === 'GET' || method === 'HEAD') && isPlain && isKeptPath(url)
}
