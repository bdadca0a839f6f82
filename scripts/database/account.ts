import pg from 'pg'

/** The account and the database of the product. */
const appName = 'a_deux_pas'

/**
 * Makes the product's account and database where they lack: it does not work as a superuser, who
 * could run programs from SQL.
 *
 * @param mayCreate whether it may create databases, as the tests do
 */
export async function ensureAccount(port: number, password: string, mayCreate: boolean): Promise<void> {
  const admin = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' })
  await admin.connect()
  try {
    const role = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appName])
    const right = mayCreate ? 'CREATEDB' : 'NOCREATEDB'
    // Of hexadecimal digits only: safe inside quotes.
    if (role.rowCount === 0) await admin.query(`CREATE ROLE ${appName} LOGIN ${right} PASSWORD '${password}'`)
    const database = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [appName])
    if (database.rowCount === 0) await admin.query(`CREATE DATABASE ${appName} OWNER ${appName}`)
  } finally {
    await admin.end()
  }
}

export function urlOf(port: number, password: string, database = appName): string {
  return `postgresql://${appName}:${password}@127.0.0.1:${port}/${database}`
}
