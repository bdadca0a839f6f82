import 'server-only'
import { db } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { jsonText } from '@/lib/json-text'
import { absentColumns } from '../../mapping/completeness'
import { guessMapping } from '../../mapping/guess'
import { type Mapping, mappingSchema } from '../../mapping/schema'
import { openTable } from '../../table/open-table'
import type { OpenTable } from '../../table/table'
import { type Claim, tell } from '../../uploads/progress/mutations'
import type { UploadForm } from '../../uploads/schema'

/**
 * Opens a file that was sent and guesses what its columns say. One that needs no correction goes on at
 * once: of a known format, or read as this source's last one was.
 *
 * @throws UserError when it is no table that can be read
 */
export async function openUpload(claim: Claim): Promise<void> {
  await tell(claim, { phase: 'opening', done: 0, total: 0 })
  const {
    content,
    source,
    mapping: asked,
  } = await db.importUpload.findUniqueOrThrow({
    where: { id: claim.id },
    select: { content: true, source: true, mapping: true },
  })
  if (!content) throw new UserError('Ce fichier n’est plus là : envoyez-le à nouveau.')
  const former = await formerMapping(source)
  const chosen = mappingSchema.safeParse(asked).data?.sheet ?? null
  const table = await openTable(content, chosen ?? former?.sheet ?? null).catch((error: unknown) => {
    // The sheet of the last file need not be in this one
    if (!chosen && former?.sheet && error instanceof UserError) return openTable(content)
    throw error
  })
  const { form, mapping } = readForm(table, former)
  const isReady = form.isKnownFormat || form.isFromSource
  await tell(claim, { form: JSON.parse(jsonText(form)), mapping, state: isReady ? 'READING' : 'MAPPING', phase: null })
}

/** What was found in a table, and how it would be read: as this source's last file was, when it has the same columns. */
function readForm(table: OpenTable, former: Mapping | null): { form: UploadForm; mapping: Mapping } {
  const guessed = guessMapping(table)
  const isFromSource = former !== null && absentColumns(former, table).length === 0
  const { kind, columns, rowCount, notices, sheet, sheets } = table
  const mapping = { ...(isFromSource ? former : guessed.mapping), sheet }
  const { guesses, isKnownFormat } = guessed
  return { form: { kind, columns, rowCount, notices, sheet, sheets, guesses, isKnownFormat, isFromSource }, mapping }
}

async function formerMapping(slug: string): Promise<Mapping | null> {
  const source = await db.source.findUnique({ where: { slug }, select: { mapping: true } })
  const parsed = mappingSchema.safeParse(source?.mapping)
  return parsed.success && Object.keys(parsed.data.fields).length > 0 ? parsed.data : null
}
