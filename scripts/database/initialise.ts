import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, program } from './binaries'
import type { Home } from './home'

/**
 * Makes the cluster of a home that has none. It is made aside and then renamed, so that a killed
 * `initdb` leaves no half of one.
 */
export async function initialise(home: Home, binaries: Binaries, password: string): Promise<void> {
  await clearUnfinished(home.data)
  if (existsSync(home.data)) return requireSameMajor(home.data, binaries)
  const draft = await mkdtemp(`${home.data}.new-`)
  const passwordFile = `${draft}.password`
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (home.owner) for (const path of [draft, passwordFile]) await chown(path, home.owner.uid, home.owner.gid)
    await initdb(home, binaries, draft, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, home.data)
}

/**
 * PostgreSQL's own C.UTF-8: no locale of the system is needed, and unlike ICU's, its order never
 * changes with a version, which would spoil the indexes.
 */
async function initdb(home: Home, binaries: Binaries, data: string, passwordFile: string) {
  const args = ['-D', data, '-U', 'postgres', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8']
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions')
  const options = { cwd: binaries.folder, uid: home.owner?.uid, gid: home.owner?.gid, env: serverEnv() }
  await promisify(execFile)(program(binaries, 'initdb'), args, options)
}

/** A server that speaks English in UTC, whatever the machine; its words are read in server.ts. */
export function serverEnv(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
}

async function clearUnfinished(data: string) {
  const parent = dirname(data)
  const names = (await readdir(parent)).filter((name) => name.startsWith(`${basename(data)}.new-`))
  for (const name of names) await rm(join(parent, name), { recursive: true, force: true })
}

async function requireSameMajor(data: string, binaries: Binaries) {
  const written = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  const ours = binaries.version.split('.')[0]
  if (written === ours) return
  throw new Error(
    `The data in ${data} is PostgreSQL ${written}'s and this version runs PostgreSQL ${ours}: ` +
      'go back to the previous version, run `npm run backup -- FILE`, move the data away, then `npm run restore -- FILE` here.',
  )
}
