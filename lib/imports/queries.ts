import 'server-only'
import { db } from '@/lib/db'
import { CommuneIndex, type KnownCommune } from './commune-index'

/** So that 35,000 rows never stand in memory twice. */
const page = 5000

/** Every commune of today and of the past, for rows to be told where they are. */
export async function loadCommunes(): Promise<CommuneIndex> {
  const communes: KnownCommune[] = []
  for (let after = ''; ; ) {
    const found = await db.$queryRaw<KnownCommune[]>`
      SELECT code, name, "searchName", postcodes, latitude, longitude, precision::text, "departmentCode", "parentCode"
      FROM "Commune" WHERE code > ${after} ORDER BY code LIMIT ${page}`
    communes.push(...found)
    if (found.length < page) break
    after = found.at(-1)?.code ?? ''
  }
  const merged = await db.formerCommune.findMany({ select: { code: true, searchName: true, communeCode: true } })
  return new CommuneIndex(communes, merged)
}
