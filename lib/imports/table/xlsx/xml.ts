import { SaxesParser } from 'saxes'
import { UserError } from '@/lib/errors'
import { broken, tooLarge } from './archive'

/** What the parts of a workbook are made of, prefixes left out: `x:row` is `row`. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

/** The longest text that a cell of Excel may hold is 32,767 characters; formatting can part it, not lengthen it so. */
const longestText = 1_000_000

/**
 * Reads XML piece by piece, and says after each piece that it has been read. No entity is expanded and no document
 * type read; a text that never ends is refused while it is short.
 *
 * @throws UserError
 */
export async function* readXml(chunks: AsyncGenerator<string>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('opentag', ({ name, attributes }) => handlers.open(local(name), attributes))
  parser.on('closetag', ({ name }) => handlers.close(local(name)))
  parser.on('text', (text) => handlers.text(text))
  parser.on('cdata', (text) => handlers.text(text))
  parser.on('doctype', () => {
    throw new UserError(broken)
  })
  let sinceTag = 0
  let isRead = false
  for await (const chunk of chunks) {
    const tag = chunk.lastIndexOf('<')
    sinceTag = tag === -1 ? sinceTag + chunk.length : chunk.length - tag
    if (sinceTag > longestText) throw new UserError(tooLarge)
    isRead = true
    attempt(() => parser.write(chunk))
    yield
  }
  // What was never closed was cut
  if (isRead) attempt(() => parser.close())
}

function attempt(read: () => void): void {
  try {
    read()
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(broken)
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Characters that XML cannot hold are written `_x000D_`. */
export function escaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
