import type pg from 'pg'
import { SealBrokenError, unsealText } from '@/lib/privacy/seal'
import { quoted } from '@/scripts/backup/tables'

/** A column of some row: where it stands, and what it says. */
interface Cell {
  where: string
  text: string
}

/**
 * Everything that a database says, cell by cell: every table of every schema of ours, the queue of jobs included. What
 * is sealed is said as it opens under the keys that there are, and its bytes are looked at too.
 */
export async function everyWord(client: pg.Client): Promise<Cell[]> {
  const { rows: tables } = await client.query<{ schema: string; name: string }>(
    `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       AND c.relname NOT IN ('Commune', 'FormerCommune', 'Region', 'Department')`,
  )
  const cells: Cell[] = []
  for (const { schema, name } of tables) {
    const { rows } = await client.query(`SELECT t.* FROM ${quoted(schema)}.${quoted(name)} t`)
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        const where = `${name}.${column}`
        if (Buffer.isBuffer(value)) {
          cells.push({ where, text: value.toString('latin1') })
          if (row.keyId) cells.push({ where, text: opened(value, row, name) })
        } else if (value !== null) {
          cells.push({ where, text: value instanceof Date ? value.toISOString() : JSON.stringify(value) })
        }
      }
    }
  }
  return cells
}

function opened(sealed: Buffer, row: { keyId: string; referralId?: string }, table: string): string {
  try {
    return unsealText({ sealed: new Uint8Array(sealed), keyId: row.keyId }, `${table} ${row.referralId}`)
  } catch (error) {
    if (error instanceof SealBrokenError) return `closed: ${error.message}`
    throw error
  }
}

/** Where any of these words stands, with the word. */
export function foundIn(cells: readonly Cell[], words: readonly string[]): string[] {
  const found = cells.flatMap(({ where, text }) =>
    words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => `${where}: ${word}`),
  )
  return [...new Set(found)].sort()
}
