import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The two files of the target: both together in less than 60 s and 400 MB. */
const files = ['france-services-2022-12.csv', 'conseillers-numeriques-2022-12.json']

/** Imports the real files of REAL_DATA_DIR, where they are, into an empty database, as a command does. */
export async function importRealFiles(
  freshDatabase: () => Promise<string>,
  say: (what: string, figure: string) => void,
): Promise<void> {
  const folder = process.env.REAL_DATA_DIR
  const paths = files.map((file) => join(folder ?? '', file))
  if (!folder || !paths.every(existsSync)) {
    say('Import of the real files', 'not measured: set REAL_DATA_DIR to their folder')
    return
  }
  const database = await freshDatabase()
  const start = performance.now()
  const child = fork('scripts/run.mjs', ['import', ...paths], {
    execArgv: ['--import', new URL('./report-memory.mjs', import.meta.url).href],
    env: { ...process.env, DATABASE_URL: database },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let peak = 0
  child.on('message', (megabytes) => {
    peak = Number(megabytes)
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The real files could not be imported: see above.')
  const seconds = (performance.now() - start) / 1000
  say('Import of both real files', `${seconds.toFixed(1)} s (60 s at most), ${peak} MB at its peak (400 MB at most)`)
}
