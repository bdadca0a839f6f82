import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { bestEncoding } from '@/lib/http/encoding'
import { hashedPage } from './hashed-page'

/** A page as the site renders it. */
export interface Rendering {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** A page that can be sent again and again. */
export interface KeptPage {
  headers: OutgoingHttpHeaders
  html: Buffer
  /** The start of its ETag: the same words under the same policy have the same */
  tag: string
  /** Compressed when first asked for */
  compressed: Map<string, Promise<Buffer>>
}

/** Written anew for each answer. */
const ofTheAnswer = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length', 'etag'])

/** @returns null for what is not to be kept: anything but a page that was found, is whole and is for everybody */
export function keptPage({ status, headers, body }: Rendering): KeptPage | null {
  const isPage = status === 200 && headers['content-type']?.startsWith('text/html') && !headers['set-cookie']
  const [html, policy, link] = [body.toString(), String(headers['content-security-policy']), String(headers.link ?? '')]
  // React marks so a part that failed, which the browser is to ask for again.
  const page = isPage && !html.includes('<template data-dgst') ? hashedPage({ html, policy, link }) : null
  if (!page) return null
  const others = Object.entries(headers).filter(([name]) => !ofTheAnswer.has(name))
  return {
    headers: {
      ...Object.fromEntries(others),
      ...(link && { link: page.link }),
      'content-security-policy': page.policy,
      // Browsers keep it, and ask each time whether it is still true.
      'cache-control': 'no-cache',
    },
    html: Buffer.from(page.html),
    tag: createHash('sha256').update(page.policy).update(page.html).digest('base64url').slice(0, 22),
    compressed: new Map(),
  }
}

/** Answers a GET or a HEAD with a kept page, or tells the browser that it has it already. */
export async function sendPage(page: KeptPage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const encoding = bestEncoding(request.headers['accept-encoding']?.toString())
  const etag = `"${page.tag}-${encoding}"`
  const headers = { ...page.headers, etag }
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const body = await inEncoding(page, encoding)
  const ofTheBody = encoding === 'identity' ? {} : { 'content-encoding': encoding }
  response.writeHead(200, { ...headers, ...ofTheBody, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const compressions: Record<string, (html: Buffer) => Promise<Buffer>> = {
  gzip: promisify(gzip),
  br: (html) => promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
}

function inEncoding({ html, compressed }: KeptPage, encoding: string): Promise<Buffer> | Buffer {
  const compress = compressions[encoding]
  if (!compress) return html
  const ready = compressed.get(encoding) ?? compress(html)
  compressed.set(encoding, ready)
  return ready
}
