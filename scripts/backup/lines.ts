import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { endOfTable } from './header'

/** The lines of a backup. */
export function openBackup(file: string): AsyncGenerator<Buffer> {
  const unzipped = createGunzip()
  // An error of either stream reaches whoever reads the lines.
  pipeline(createReadStream(file), unzipped).catch(() => {})
  return linesOf(unzipped)
}

/** The lines of a stream of bytes, each with the newline that ends it. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const block = Buffer.concat([rest, chunk])
    let start = 0
    for (let end = block.indexOf('\n'); end !== -1; end = block.indexOf('\n', start)) {
      yield block.subarray(start, end + 1)
      start = end + 1
    }
    rest = block.subarray(start)
  }
  if (rest.length > 0) yield rest
}

/**
 * The rows of one table, many at a time.
 *
 * @throws when the file ends before they do
 */
export async function* rowsOf(lines: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const mark = Buffer.from(endOfTable)
  let rows: Buffer[] = []
  for (;;) {
    const { value, done } = await lines.next()
    if (done) throw new SyntaxError('The file ends in the middle of a table.')
    if (value.equals(mark)) break
    rows.push(value)
    if (rows.length < 1000) continue
    yield Buffer.concat(rows)
    rows = []
  }
  if (rows.length > 0) yield Buffer.concat(rows)
}
