import type { Transaction } from '@/lib/db'
import { searchNameOf } from '@/lib/territory/search-name'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { readCities, readDivision } from './commune-data'
import { locateCommunes } from './commune-positions'

/** Adds the regions, départements and communes that the database lacks. Leaves those it has as they are. */
export async function seedTerritories(tx: Transaction): Promise<void> {
  const { regions, departments, communes, epciOf } = await readDivision()
  await tx.region.createMany({
    data: regions.map(({ code, nom }) => ({ code, name: nom })),
    skipDuplicates: true,
  })
  await tx.department.createMany({
    data: departments.map(({ code, nom, region }) => ({
      code,
      name: nom,
      regionCode: region,
      timeZone: timeZoneOf(code),
    })),
    skipDuplicates: true,
  })

  const located = locateCommunes(communes, await readCities(), epciOf)
  const rows = communes
    .filter((commune) => commune.chefLieu === undefined)
    .map((commune) => ({
      code: commune.code,
      name: commune.nom,
      searchName: searchNameOf(commune.nom),
      postcodes: commune.codesPostaux,
      population: commune.population,
      epciCode: epciOf.get(commune.commune ?? commune.code) ?? null,
      ...(located.get(commune.code) ?? { latitude: null, longitude: null, precision: null }),
      parentCode: commune.commune ?? null,
      departmentCode: commune.departement,
    }))
  // One parameter for all rows: as rows of parameters they would take dozens of statements.
  await tx.$executeRaw`
    INSERT INTO "Commune" SELECT * FROM jsonb_populate_recordset(NULL::"Commune", ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING`
  // First come, first served: a code that two communes have borne is that of the one that merged.
  const merged = communes.flatMap(({ code, nom, chefLieu }) => (chefLieu ? [formerCommune(code, nom, chefLieu)] : []))
  const renumbered = communes.flatMap(({ code, nom, chefLieu, anciensCodes }) =>
    anciensCodes.map((former) => formerCommune(former, nom, chefLieu ?? code)),
  )
  await tx.$executeRaw`
    INSERT INTO "FormerCommune"
    SELECT * FROM jsonb_populate_recordset(NULL::"FormerCommune", ${JSON.stringify([...merged, ...renumbered])}::jsonb)
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`ANALYZE "Commune", "FormerCommune"`
}

function formerCommune(code: string, name: string, communeCode: string) {
  return { code, name, searchName: searchNameOf(name), communeCode }
}
