import type pg from 'pg'

/** A table as COPY names it, with the columns it can be given: generated ones follow by themselves. */
export type Table = { name: string; columns: string[] }

export type Sequence = { name: string; last: string; isCalled: boolean }

/** The tables of the product, each after those it refers to. What pages are kept under belongs to no backup. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { refersTo: string[] }>(`
    SELECT c.relname AS name,
      ARRAY(SELECT attname::text FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
      ARRAY(SELECT DISTINCT other.relname::text FROM pg_constraint k JOIN pg_class other ON other.oid = k.confrelid
        WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS "refersTo"
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND c.relname NOT IN ('_prisma_migrations', 'PublicChange') ORDER BY c.relname`)
  const ordered: Table[] = []
  const isPlaced = (name: string) => ordered.some((table) => table.name === name)
  while (ordered.length < rows.length) {
    const next = rows.find(({ name, refersTo }) => !isPlaced(name) && refersTo.every(isPlaced))
    if (!next) throw new Error('Some tables refer to one another in a circle: they have no order.')
    ordered.push({ name: next.name, columns: next.columns })
  }
  return ordered
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
      AND relname <> 'PublicChange_id_seq' ORDER BY 1`,
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const state = await client.query<Sequence>(
      `SELECT last_value AS last, is_called AS "isCalled" FROM ${quoted(name)}`,
    )
    sequences.push(...state.rows.map(({ last, isCalled }) => ({ name, last, isCalled })))
  }
  return sequences
}

/** The migrations that made the tables, each with the fingerprint of its SQL. */
export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ migration: string }>(
    `SELECT migration_name || ' ' || checksum AS migration FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows.map(({ migration }) => migration)
}

export function copyTarget({ name, columns }: Table): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
