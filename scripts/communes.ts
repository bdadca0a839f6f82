import { withDatabase } from './database/with-database'

const [fileOrUrl, ...others] = process.argv.slice(2)
if (!fileOrUrl || others.length > 0) throw new Error('Usage : npm run communes -- FICHIER_OU_ADRESSE')

await withDatabase(async () => {
  const { importCommunes } = await import('@/lib/territory/mutations')
  const { readOfficialList } = await import('@/lib/territory/official-list')
  const done = await importCommunes(readOfficialList(fileOrUrl), (read) => console.log(`${read} communes lues…`))
  console.log(
    `${done.added} communes ajoutées, ${done.updated} mises à jour, ${done.unchanged} inchangées, ` +
      `${done.absent} absentes de la liste et gardées ; ${done.movedPlaces} lieux approximatifs déplacés.`,
  )
})
