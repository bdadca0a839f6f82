import { randomBytes } from 'node:crypto'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canReach, type Owner, postgresOwner } from './owner'

/** Where a database cluster lives and who runs it. */
export type Home = { data: string; owner: Owner | undefined }

/** Where root keeps the data of a DATA_DIR that PostgreSQL's account cannot enter. */
const outsideFolder = '/var/lib/a-deux-pas'

/**
 * The folder of PostgreSQL's files for a DATA_DIR: inside it, except when we are root and the
 * account that PostgreSQL runs under cannot enter. It then stands in /var/lib, and a note inside
 * DATA_DIR says where, so that the answer never changes.
 */
export async function findHome(dataDir: string): Promise<Home> {
  const note = join(dataDir, 'postgres.location')
  const inside = join(dataDir, 'postgres')
  const owner = postgresOwner()
  if (existsSync(note)) return ownedHome((await readFile(note, 'utf8')).trim(), owner)
  if (!owner) return ownedHome(inside, owner)
  const isReachable = canReach(realpathSync(dataDir), owner)
  if (existsSync(inside) && !isReachable) {
    throw new Error(`The database in ${inside} cannot be entered by the account ${owner.name} that must run it.`)
  }
  if (isReachable) return ownedHome(inside, owner)
  return { data: await moveOut(note, owner), owner }
}

async function moveOut(note: string, owner: Owner): Promise<string> {
  const folder = join(outsideFolder, randomBytes(8).toString('hex'))
  await mkdir(outsideFolder, { recursive: true, mode: 0o711 })
  await mkdir(folder, { mode: 0o700 })
  await chown(folder, owner.uid, owner.gid)
  const data = join(folder, 'postgres')
  await writeFile(note, `${data}\n`)
  return data
}

/** Data that exists is run by who owns it, whoever that is. */
function ownedHome(data: string, owner: Owner | undefined): Home {
  if (!existsSync(data)) return { data, owner }
  const { uid, gid } = statSync(data)
  if (owner) return { data, owner: { uid, gid, name: owner.name } }
  if (process.getuid && process.getuid() !== uid) {
    throw new Error(`The database in ${data} belongs to another user: start as that user, or set DATA_DIR.`)
  }
  return { data, owner }
}
