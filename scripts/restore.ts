import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { readBackup } from './backup/read-backup'
import { withDatabase } from './database/with-database'

const options = process.argv.slice(2)
const [file, ...others] = options.filter((option) => option !== '--yes')
if (!file || others.length > 0) throw new Error('Say which file to read: npm run restore -- FILE [--yes]')
if (!options.includes('--yes')) await confirm()

await withDatabase(async () => {
  const writtenAt = await readBackup(process.env.DATABASE_URL ?? '', resolve(file))
  console.log(`The database is as it was on ${writtenAt.toISOString()}.`)
})

/** Asks whoever sits at a terminal; a script has made up its mind. */
async function confirm() {
  if (!process.stdin.isTTY) return
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question('Everything in the database will be replaced. Go on? (yes/no) ')
  terminal.close()
  if (answer.trim().toLowerCase() !== 'yes') throw new Error('Nothing was changed.')
}
