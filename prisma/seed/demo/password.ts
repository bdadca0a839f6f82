import { randomInt } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** The demonstration accounts' password: drawn once an installation, kept where only its owner reads. */
export async function keptDemoPassword(dataDir: string): Promise<string> {
  const password = Array.from({ length: 4 }, drawSyllable).join('-')
  await mkdir(dataDir, { recursive: true })
  const file = join(dataDir, 'demo-password')
  try {
    await writeFile(file, password, { mode: 0o600, flag: 'wx' })
    return password
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFile(file, 'utf8')
  }
}

/** Of 31 signs that are not mistaken for one another: sixteen carry 79 bits. */
function drawSyllable(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
}
