import type { Transaction } from '@/lib/db'
import { searchNameOf } from '@/lib/territory/search-name'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { type OfficialCommune, readCities, readDivision } from './commune-data'
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
  // One parameter for 35,000 rows: as rows of parameters they would take 12 statements.
  await tx.$executeRaw`
    INSERT INTO "Commune" SELECT * FROM jsonb_populate_recordset(NULL::"Commune", ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING`
  await tx.formerCommune.createMany({ data: communes.flatMap(formerNamesOf), skipDuplicates: true })
}

/** A merged commune, or the earlier codes of one that still exists. */
function formerNamesOf(commune: OfficialCommune) {
  const codes = commune.chefLieu === undefined ? commune.anciensCodes : [commune.code, ...commune.anciensCodes]
  const communeCode = commune.chefLieu ?? commune.code
  return codes.map((code) => ({ code, name: commune.nom, searchName: searchNameOf(commune.nom), communeCode }))
}
