import { db } from '@/lib/db'

/** A row of a file of the national schema. */
export const placeRow = {
  id: 'a',
  nom: 'Espace des Essais',
  commune: 'Blois',
  code_postal: '41000',
  adresse: '1 rue des Essais',
  latitude: 47.586,
  longitude: 1.336,
  telephone: '+33261910001',
  services: 'Aide aux démarches administratives',
  date_maj: '2024-01-01',
}

/** Everything that an import may touch, to see that nothing did. */
export async function everythingImported(): Promise<string> {
  const tables = ['Place', 'PlaceService', 'PlaceRevision', 'PlaceSource', 'Source', 'ImportRun', 'Proposal']
  const rows = await Promise.all(
    tables.map((table) => db.$queryRawUnsafe(`SELECT t::text FROM "${table}" t ORDER BY 1`)),
  )
  return JSON.stringify(rows)
}
