import { resolve } from 'node:path'
import { writeBackup } from './backup/write-backup'
import { withDatabase } from './database/with-database'

const [file, ...others] = process.argv.slice(2)
if (!file || others.length > 0) throw new Error('Say which file to write: npm run backup -- FILE')

await withDatabase(async () => {
  const tables = await writeBackup(process.env.DATABASE_URL ?? '', resolve(file))
  console.log(`${tables} tables are in ${file}.`)
})
