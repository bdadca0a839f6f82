import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The two files of the target: both together in less than 60 s and 400 MB. */
const files = ['france-services-2022-12.csv', 'conseillers-numeriques-2022-12.json']

/** Imports the real files of REAL_DATA_DIR, where they are, into an empty database, as a command does. */
export async function importRealFiles(
  emptyDatabase: () => Promise<string>,
  say: (what: string, figure: string) => void,
): Promise<void> {
  const folder = process.env.REAL_DATA_DIR
  const paths = files.map((file) => join(folder ?? '', file))
  if (!folder || !paths.every(existsSync)) {
    say('Import of the real files', 'not measured: set REAL_DATA_DIR to their folder')
    return
  }
  const database = await emptyDatabase()
  // The first run also gives the database its territories, which is not what is measured.
  await runImport(database, ['--dry-run', ...paths])
  const { seconds, megabytes } = await runImport(database, paths)
  say('Import of both real files', `${seconds.toFixed(1)} s (60 s at most), ${megabytes} MB (400 MB at most)`)
}

async function runImport(database: string, args: readonly string[]): Promise<{ seconds: number; megabytes: number }> {
  const start = performance.now()
  const child = fork('scripts/run.mjs', ['import', ...args], {
    // The heap's limit is that of `npm run import`.
    execArgv: ['--max-old-space-size=220', '--import', new URL('./report-memory.mjs', import.meta.url).href],
    env: { ...process.env, DATABASE_URL: database, DEMO: 'off' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let megabytes = Number.NaN
  child.on('message', (peak) => {
    megabytes = Number(peak)
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The real files could not be imported: see above.')
  return { seconds: (performance.now() - start) / 1000, megabytes }
}
