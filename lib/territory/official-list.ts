import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { UserError } from '@/lib/errors'
import { JsonItems } from '@/lib/open-data/json-items'
import { type OfficialCommune, readOfficialCommune } from './official-commune'

/** Milliseconds that a server may take for the whole list. */
const patience = 120_000

/**
 * Reads the official list of communes from a file or an https address, a commune at a time.
 *
 * @throws UserError naming the first commune that is wrong: half a list is not taken
 */
export async function* readOfficialList(fileOrUrl: string): AsyncGenerator<OfficialCommune> {
  const items = new JsonItems({ kind: 'array' })
  const decoder = new TextDecoder('utf-8')
  const known = new Set<string>()
  for await (const chunk of await open(fileOrUrl)) {
    for (const item of items.write(decoder.decode(chunk, { stream: true }))) {
      const where = `Commune n° ${known.size + 1} de la liste`
      const commune = 'error' in item ? item.error : readOfficialCommune(item.item)
      if (typeof commune === 'string') throw new UserError(`${where} : ${commune}.`)
      if (known.has(commune.code)) throw new UserError(`${where} : ${commune.code} y est deux fois.`)
      known.add(commune.code)
      yield commune
    }
  }
  if (!items.isWhole) throw new UserError('Ce n’est pas une liste JSON entière.')
  if (known.size === 0) throw new UserError('La liste est vide.')
}

async function open(fileOrUrl: string): Promise<AsyncIterable<Uint8Array>> {
  if (!/^https?:\/\//.test(fileOrUrl)) {
    const found = await stat(fileOrUrl).catch(() => null)
    if (!found?.isFile()) throw new UserError(`Le fichier ${fileOrUrl} n’existe pas.`)
    return createReadStream(fileOrUrl)
  }
  const response = await fetch(fileOrUrl, { signal: AbortSignal.timeout(patience) }).catch(() => null)
  if (!response?.ok || !response.body) {
    throw new UserError(`${fileOrUrl} ne répond pas${response ? ` (${response.status})` : ''}.`)
  }
  return Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
}
