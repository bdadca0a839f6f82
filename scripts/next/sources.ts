import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['app', 'components', 'lib', 'prisma', 'public']

/** A fingerprint of everything that a build is made from. */
export function sourcesFingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  const nested = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  for (const path of [...rootFiles(), ...nested].sort()) hash.update(`\0${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

/** Next writes next-env.d.ts itself, at each build. */
function rootFiles(): string[] {
  return readdirSync('.').filter(
    (name) =>
      name === 'package-lock.json' || name === 'tsconfig.json' || (name.endsWith('.ts') && !name.endsWith('.d.ts')),
  )
}
