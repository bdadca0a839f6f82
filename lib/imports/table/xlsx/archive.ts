import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { UserError } from '@/lib/errors'

/** Bytes once inflated: a sheet of 20,000 rows and 60 columns takes 50 MB. */
const largestEntry = 100_000_000
const largestTotal = 250_000_000
const mostEntries = 2000

export const tooLarge =
  'Ce classeur devient énorme une fois ouvert : il est refusé. Copiez le tableau seul dans un nouveau classeur.'
export const broken =
  'Ce classeur est abîmé et ne peut pas être ouvert. Enregistrez-le à nouveau, ou envoyez-le en CSV.'

/** The parts of a workbook, inflated piece by piece when they are read. */
export interface Archive {
  has(name: string): boolean
  /** The text of a part; nothing for one that is not there. Stopping early inflates no more. */
  read(name: string): AsyncGenerator<string>
}

/**
 * Opens a zip and refuses, before anything is inflated, one that says it would grow beyond bounds. What a part says of
 * its size is held to while it is read.
 *
 * @throws UserError
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).catch(refuse)
  const entries = await readEntries(zip).catch(refuse)
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name)
      if (!entry) return
      try {
        yield* inflate(zip, entry)
      } catch (error) {
        refuse(error)
      }
    },
  }
}

function refuse(error: unknown): never {
  throw error instanceof UserError ? error : new UserError(broken)
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let total = 0
  if (zip.entryCount > mostEntries) throw new UserError(tooLarge)
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted())
      throw new UserError('Ce fichier est protégé par un mot de passe. Enlevez-le, puis enregistrez-le à nouveau.')
    total += entry.uncompressedSize
    if (entry.uncompressedSize > largestEntry || total > largestTotal) throw new UserError(tooLarge)
    entries.set(entry.fileName.replace(/^\/+/, ''), entry)
  }
  return entries
}

async function* inflate(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const stream = await zip.openReadStreamPromise(entry)
  const decoder = new TextDecoder()
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largestEntry) throw new UserError(tooLarge)
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } finally {
    stream.destroy()
  }
}
