import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { endOfTable, type Header } from './header'
import { copyTarget, listMigrations, listSequences, listTables } from './tables'

/**
 * Writes everything that the database holds at one instant into one file, which only its owner may
 * read: it holds accounts. The file appears whole or not at all.
 *
 * @returns how many tables it holds
 */
export async function writeBackup(connectionString: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const draft = `${file}.${process.pid}.part`
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const header: Header = {
      format: 'a-deux-pas backup 1',
      writtenAt: new Date().toISOString(),
      migrations: await listMigrations(client),
      sequences: await listSequences(client),
      tables: await listTables(client),
    }
    await pipeline(Readable.from(content(client, header)), createGzip(), createWriteStream(draft, { mode: 0o600 }))
    await rename(draft, file)
    return header.tables.length
  } finally {
    await rm(draft, { force: true })
    await client.end()
  }
}

async function* content(client: pg.Client, header: Header): AsyncGenerator<string | Buffer> {
  yield `${JSON.stringify(header)}\n`
  for (const table of header.tables) {
    yield* client.query(to(`COPY ${copyTarget(table)} TO STDOUT`)) as AsyncIterable<Buffer>
    yield endOfTable
  }
}
