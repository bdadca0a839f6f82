import { withDatabase } from './database/with-database'

await withDatabase(async () => {
  const { removeDemonstration } = await import('@/lib/demonstration/mutations')
  const { places, accounts } = await removeDemonstration()
  console.log(`${places} lieux et ${accounts} comptes de démonstration retirés.`)
})
