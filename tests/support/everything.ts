import type pg from 'pg'
import { listTables } from '@/scripts/backup/tables'

/** Every row of every table, as PostgreSQL writes them, in one sum a table. */
export async function everything(client: pg.Client): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {}
  for (const { name } of await listTables(client)) {
    const { rows: found } = await client.query(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM "${name}" t`,
    )
    rows[name] = found[0]
  }
  return rows
}
