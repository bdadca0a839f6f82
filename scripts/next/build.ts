import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from '../setup/lock.mjs'
import { runNext } from './run-next'
import { sourcesFingerprint } from './sources'

/** A build asks no database and holds no setting: it serves wherever it is started. */
const noSettings = {
  DATABASE_URL: 'postgresql://localhost/unused',
  SECRET: 'unused during a build, only read when serving',
  PERSONAL_DATA_KEYS: `unused:${Buffer.alloc(32).toString('base64')}`,
  PUBLIC_URL: 'http://localhost',
}

/**
 * Builds the site into a folder, unless it holds a whole build of these very sources. Commands that
 * start together build once.
 *
 * @throws with one sentence when the build fails; Next has then said why
 */
export async function buildIfStale(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await withLock('build', folder, async () => {
    const stamp = join(folder, 'built-from')
    const fingerprint = sourcesFingerprint()
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
    rmSync(stamp, { force: true })
    console.error('Building the site; this takes about a minute…')
    const { ended } = runNext(['build'], 'inherit', {
      ...noSettings,
      BUILD_VERSION: fingerprint.slice(0, 12),
      NEXT_DIST_DIR: folder,
      NODE_ENV: 'production',
    })
    if ((await ended) !== 0) throw new Error('The site could not be built: see above.')
    writeFileSync(stamp, fingerprint)
  })
}
