import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { UserError } from '@/lib/errors'
import { type DownloadRequest, download } from './download'

let server: Server
let answer: RequestListener
let asked: string[] = []
const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  answer = (_, response) => response.end('a;b\n')
})

const get = (path: string, rest: Partial<DownloadRequest> = {}) =>
  download({ url: `${base()}${path}`, longest: 1000, userAgent: 'test', isAllowed: () => true, ...rest })

const refusalOf = (path: string, rest: Partial<DownloadRequest> = {}) =>
  get(path, rest).then(
    () => 'downloaded',
    (error: unknown) => (error instanceof UserError ? error.message : error),
  )

describe('download', () => {
  it('gives the bytes, the name, and what the server says of the version', async () => {
    answer = (_, response) =>
      response.writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 22 Nov 2026 08:00:00 GMT' }).end('é')
    expect(await get('/lieux%20du%20hub.csv?a=1')).toEqual({
      kind: 'new',
      bytes: Buffer.from('é'),
      fileName: 'lieux du hub.csv',
      etag: '"1"',
      lastModified: 'Sun, 22 Nov 2026 08:00:00 GMT',
    })
  })

  it('asks for what changed since, and takes nothing for an answer', async () => {
    answer = ({ headers }, response) =>
      response.writeHead(headers['if-none-match'] === '"1"' && headers['if-modified-since'] === 'x' ? 304 : 200).end()
    expect(await get('/', { etag: '"1"', lastModified: 'x' })).toEqual({ kind: 'same' })
  })

  it('inflates what the server compressed', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a;b'))
    expect(await get('/')).toMatchObject({ bytes: Buffer.from('a;b') })
  })

  it('follows a redirect, relative or not, and no endless one', async () => {
    answer = ({ url }, response) =>
      url === '/there'
        ? response.end('ok')
        : response.writeHead(302, { location: url === '/' ? '/there' : '/again' }).end()
    expect(await get('/')).toMatchObject({ bytes: Buffer.from('ok'), fileName: 'there' })
    expect(await refusalOf('/again')).toContain('sans fin')
    expect(asked).toHaveLength(2 + 6)
  })

  it.each([
    [
      'a longer file than allowed, said so',
      (response: Parameters<RequestListener>[1]) => response.writeHead(200, { 'content-length': 2000 }).end('a'),
      'dépasse',
    ],
    [
      'a longer file, not said',
      (response: Parameters<RequestListener>[1]) => response.end('a'.repeat(5000)),
      'dépasse',
    ],
    [
      'one that inflates beyond it',
      (response: Parameters<RequestListener>[1]) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a'.repeat(1_000_000))),
      'dépasse',
    ],
    [
      'what is not gzip although it says so',
      (response: Parameters<RequestListener>[1]) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('a;b'),
      'ne répond pas',
    ],
    [
      'another compression',
      (response: Parameters<RequestListener>[1]) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('a'),
      'forme',
    ],
    [
      'a missing file',
      (response: Parameters<RequestListener>[1]) => response.writeHead(404).end(),
      'plus à cette adresse',
    ],
    ['a closed door', (response: Parameters<RequestListener>[1]) => response.writeHead(403).end(), 'refuse'],
    ['a broken server', (response: Parameters<RequestListener>[1]) => response.writeHead(503).end(), '503'],
    ['a hung up call', (response: Parameters<RequestListener>[1]) => response.destroy(), 'ne répond pas'],
    [
      'a redirect to a file of the machine',
      (response: Parameters<RequestListener>[1]) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'https://',
    ],
  ])('refuses %s', async (_, say, sentence) => {
    answer = (_request, response) => say(response)
    expect(await refusalOf('/')).toContain(sentence)
  })

  it('waits no longer than its patience, even for a server that keeps sending', async () => {
    answer = (_, response) => {
      const timer = setInterval(() => response.write('a'), 5)
      response.on('close', () => clearInterval(timer))
    }
    expect(await refusalOf('/', { patience: 100, longest: 1e9 })).toContain('tout envoyé')
  })

  it.each([
    'http://127.0.0.1:1/',
    'http://[::1]/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:10.0.0.1]/',
  ])('never asks the inside of the network: %s', async (url) => {
    const refusal = await download({ url, longest: 10, userAgent: 'test' }).catch((error: unknown) => error)
    expect((refusal as Error).message).toBe('Cette adresse n’est pas sur l’internet public.')
  })

  it('nor by a redirect', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
    expect(await refusalOf('/', { isAllowed: (address) => address === '127.0.0.1' })).toContain('internet public')
  })

  it.each(['ftp://example.org/a.csv', 'file:///etc/passwd', 'http://moi:secret@example.org/', 'lieux.csv', ''])(
    'takes no %j',
    async (url) => {
      await expect(download({ url, longest: 10, userAgent: 'test' })).rejects.toBeInstanceOf(UserError)
    },
  )
})
