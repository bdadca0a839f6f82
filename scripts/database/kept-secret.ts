import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'

/**
 * A random secret made once and kept in a file that only its owner reads. Two commands that ask
 * for it at the same moment get the same one.
 *
 * @param draw what to keep the first time: 64 hexadecimal characters unless told
 */
export async function keptSecret(file: string, draw = () => randomBytes(32).toString('hex')): Promise<string> {
  const known = await read(file)
  if (known) return known
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, draw(), { mode: 0o600 })
  try {
    // Unlike a rename, a link never replaces what another command has just written.
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft)
  }
  return readFile(file, 'utf8')
}

async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code === 'EACCES') throw new Error(`${file} belongs to another user: start as that user, or set DATA_DIR.`)
    throw error
  }
}
