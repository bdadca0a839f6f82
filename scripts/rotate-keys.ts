import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newPersonalDataKey, personalDataKeysFile } from './database/personal-data-keys'
import { withAddress, withDatabase } from './database/with-database'

const [option, ...others] = process.argv.slice(2)
if ((option !== undefined && option !== '--new-key') || others.length > 0) {
  throw new Error('npm run rotate-keys -- --new-key makes a key; npm run rotate-keys seals everything under the first.')
}
/** Where the keys are: read before the file is, which fills the setting. */
const isKept = !process.env.PERSONAL_DATA_KEYS
await (option === '--new-key' ? addKey() : reseal())

/** A key is of use once every process of the site knows it: they read their settings when they start. */
async function addKey() {
  const key = newPersonalDataKey()
  if (!isKept) {
    console.log(`Put this key first in PERSONAL_DATA_KEYS, followed by a comma and those of today:\n\n${key}\n`)
  } else {
    await withAddress(async (_, dataDir) => {
      const file = join(dataDir, personalDataKeysFile)
      await writeFile(`${file}.new`, `${key},${process.env.PERSONAL_DATA_KEYS}`, { mode: 0o600 })
      await rename(`${file}.new`, file)
      console.log(`${file} now begins with the key ${key.split(':')[0]}.`)
    })
  }
  console.log('Start the site again, then run: npm run rotate-keys')
}

async function reseal() {
  await withDatabase(async () => {
    const { resealEverything } = await import('@/lib/referrals/keys/mutations')
    const { keyId, resealed, broken, missing } = await resealEverything((done) => console.error(`${done} texts…`))
    console.log(`${resealed} texts were sealed again: all that opens is now under the key ${keyId}.`)
    console.log('The other keys are of use as long as you keep backups from before today. Then take them away.')
    if (broken.length > 0) console.log(`${broken.length} do not open and were left: ${broken.join(', ')}.`)
    for (const { keyId: id, rows } of missing) {
      console.log(
        `${rows} are under the key ${id}, which PERSONAL_DATA_KEYS does not hold: add it, and run this again.`,
      )
    }
    if (broken.length + missing.length > 0) process.exitCode = 1
  })
}
