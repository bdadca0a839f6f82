import { rm } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { keptDays, oldBackups } from './backup/old-backups'
import { writeBackup } from './backup/write-backup'
import { withDatabase } from './database/with-database'

const options = process.argv.slice(2)
const [file, ...others] = options.filter((option) => option !== '--prune')
if (!file || others.length > 0) throw new Error('Say which file to write: npm run backup -- FILE [--prune]')

await withDatabase(async () => {
  const tables = await writeBackup(process.env.DATABASE_URL ?? '', resolve(file))
  console.log(`${tables} tables are in ${file}.`)
})

const old = await oldBackups(resolve(file))
if (options.includes('--prune')) for (const each of old) await rm(each)
if (old.length > 0) {
  const names = old.map((each) => basename(each)).join(', ')
  const done = options.includes('--prune') ? 'Removed' : 'To be removed, by --prune'
  console.log(`${done}, since backups are kept for ${keptDays} days: ${names}.`)
}
