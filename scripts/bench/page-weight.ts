import { gzipSync } from 'node:zlib'

/** Bytes of compressed JavaScript that a page asks for at once: the map and what loads later are not in it. */
export async function scriptWeight(pageUrl: string): Promise<number> {
  const html = await (await fetch(pageUrl)).text()
  // Browsers that know modules, all those of today, skip the polyfills.
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g)?.filter((tag) => !/\bnomodule\b/i.test(tag)) ?? []
  const sources = new Set(tags.map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? ''))
  const sizes = await Promise.all([...sources].map((source) => compressedSize(new URL(source, pageUrl))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function compressedSize(url: URL): Promise<number> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answers ${response.status}.`)
  return gzipSync(await response.bytes()).length
}
