import { lookup } from 'node:dns/promises'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { UserError } from '@/lib/errors'
import { isPublicAddress } from './public-address'

export interface DownloadRequest {
  url: string
  /** Bytes, once decompressed */
  longest: number
  /** Milliseconds for all of it, redirects included */
  patience?: number
  /** What the last answer said of itself: the same file is not sent again */
  etag?: string | null
  lastModified?: string | null
  userAgent: string
  signal?: AbortSignal
  /** Which addresses may be asked; those of the public internet unless a test says otherwise */
  isAllowed?: (address: string) => boolean
}

/** `same` when the server says that nothing changed. */
export type Downloaded =
  | { kind: 'same' }
  | { kind: 'new'; bytes: Buffer; fileName: string; etag: string | null; lastModified: string | null }

const mostRedirects = 5
const defaultPatience = 60_000

/**
 * Downloads a file from the internet, within a size and a time. Each host is looked up once, and the address that was
 * checked is the one that is asked: a name that leads inside, now or a moment later, is refused. Redirects are
 * followed by the same rule.
 *
 * @throws UserError in a sentence that says why there is no file
 */
export async function download({ patience = defaultPatience, signal, ...asked }: DownloadRequest): Promise<Downloaded> {
  const deadline = AbortSignal.timeout(patience)
  const stop = signal ? AbortSignal.any([signal, deadline]) : deadline
  try {
    return await follow(asked, stop)
  } catch (error) {
    if (error instanceof UserError) throw error
    if (deadline.aborted)
      throw new UserError(`Le serveur n’a pas tout envoyé en ${Math.round(patience / 1000)} secondes.`)
    signal?.throwIfAborted()
    throw new UserError(`Le serveur ne répond pas (${codeOf(error)}).`)
  }
}

type Asked = Omit<DownloadRequest, 'patience' | 'signal'>

async function follow(asked: Asked, signal: AbortSignal): Promise<Downloaded> {
  let url = readUrl(asked.url)
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await ask(url, asked, signal)
    const { statusCode = 0, headers } = response
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location) {
      response.destroy()
      const next = readUrl(headers.location, url)
      if (url.protocol === 'https:' && next.protocol === 'http:')
        throw new UserError('Cette adresse renvoie vers une autre, qui n’est pas sécurisée.')
      url = next
      continue
    }
    if (statusCode === 304) {
      response.destroy()
      return { kind: 'same' }
    }
    if (statusCode !== 200) {
      response.destroy()
      throw new UserError(refusal(statusCode))
    }
    const bytes = await readBody(response, asked.longest, signal)
    const { etag = null, 'last-modified': lastModified = null } = headers
    return { kind: 'new', bytes, fileName: nameOf(url), etag, lastModified }
  }
  throw new UserError('Cette adresse renvoie sans fin vers d’autres adresses.')
}

function readUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new UserError('Cette adresse n’est pas celle d’un fichier.')
  const url = new URL(text, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new UserError('Cette adresse ne commence pas par « https:// » ou « http:// ».')
  if (url.username !== '' || url.password !== '')
    throw new UserError('Cette adresse contient un mot de passe : enlevez-le.')
  return url
}

async function ask(url: URL, asked: Asked, signal: AbortSignal): Promise<IncomingMessage> {
  const address = await addressOf(url, asked.isAllowed ?? isPublicAddress)
  signal.throwIfAborted()
  const options: RequestOptions = {
    signal,
    // No connection that was opened to another address is used again
    agent: false,
    headers: {
      accept:
        'text/csv, application/json, application/geo+json, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.5',
      'accept-encoding': 'gzip, br',
      'user-agent': asked.userAgent,
      ...(asked.etag ? { 'if-none-match': asked.etag } : {}),
      ...(asked.lastModified ? { 'if-modified-since': asked.lastModified } : {}),
    },
    lookup: (_host, { all }, found) => {
      const family = isIP(address)
      if (all) found(null, [{ address, family }])
      else found(null, address, family)
    },
  }
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options)
    request.on('response', resolve).on('error', reject).end()
  })
}

/** The one address that will be asked. A name with a single address inside is refused whole: it may be a trap. */
async function addressOf(url: URL, isAllowed: (address: string) => boolean): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address)
  const [address] = found
  if (!address || !found.every(isAllowed)) throw new UserError('Cette adresse n’est pas sur l’internet public.')
  return address
}

async function readBody(response: IncomingMessage, longest: number, signal: AbortSignal): Promise<Buffer> {
  const tooLong = () => new UserError(`Ce fichier dépasse ${Math.round(longest / 1_000_000)} Mo.`)
  if (Number(response.headers['content-length'] ?? 0) > longest) {
    response.destroy()
    throw tooLong()
  }
  const body = decompressed(response)
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      signal.throwIfAborted()
      size += piece.length
      if (size > longest) throw tooLong()
      pieces.push(piece)
    }
  } finally {
    body.destroy()
    response.destroy()
  }
  if (!response.complete) throw new UserError('Le fichier est arrivé coupé : le serveur s’est arrêté avant la fin.')
  return Buffer.concat(pieces)
}

function decompressed(response: IncomingMessage): Readable {
  const coding = response.headers['content-encoding']?.toLowerCase() ?? 'identity'
  if (coding === 'identity') return response
  const transform = coding === 'br' ? createBrotliDecompress() : /^(x-)?gzip$/.test(coding) ? createGunzip() : null
  if (!transform) throw new UserError('Le serveur envoie ce fichier sous une forme que nous ne lisons pas.')
  response.on('error', (error) => transform.destroy(error))
  return response.pipe(transform)
}

function nameOf({ pathname, hostname }: URL): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname
  try {
    return decodeURIComponent(last)
      .replace(/\p{C}+/gu, ' ')
      .slice(0, 200)
  } catch {
    return last.slice(0, 200)
  }
}

function refusal(status: number): string {
  if (status === 404 || status === 410) return `Le fichier n’est plus à cette adresse (réponse ${status}).`
  if (status === 401 || status === 403) return `Le serveur refuse de donner ce fichier (réponse ${status}).`
  return `Le serveur a répondu ${status} au lieu du fichier.`
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'erreur inconnue'
}
