import { z } from 'zod'

/** The first line of a backup: what follows, and which tables it fits. */
export const header = z.object({
  format: z.literal('a-deux-pas backup 1'),
  writtenAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})

export type Header = z.infer<typeof header>

/** Ends the rows of a table; no row that COPY writes is this. */
export const endOfTable = '\\.\n'
