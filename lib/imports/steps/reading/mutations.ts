import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { jsonText } from '@/lib/json-text'
import type { Field } from '@/lib/open-data/columns'
import { latestDay } from '@/lib/open-data/record-date'
import type { SourceRow } from '@/lib/open-data/source-file'
import { textOf } from '@/lib/open-data/source-record'
import { cleanLine } from '@/lib/open-data/text'
import type { CommuneIndex } from '../../commune-index'
import { mappedRow } from '../../mapping/mapped-row'
import type { Mapping } from '../../mapping/schema'
import type { ReportEntry } from '../../report'
import { type Judge, judgeRow } from '../../row-judgement'
import { patience } from '../../runs/mutations'
import type { StagedRow } from '../../staged-record'
import { rowsOf } from '../../table/open-table'
import { type Claim, tell } from '../../uploads/progress/mutations'
import type { UploadForm } from '../../uploads/schema'

/** A row as it waits to be compared, or as it is refused. */
interface ReadRow {
  row: number
  line: number
  kind: 'REFUSED' | null
  name: string
  whereabouts: string
  departmentCode: string | null
  externalId: string | null
  staged: StagedRow | null
  reasons: string[]
}

const batch = 500
/** Rows read between two turns */
const heardEvery = 50

/**
 * Reads the rows of an upload, and judges each by itself. Begun again, it starts afresh.
 *
 * @param user on whose behalf: rows outside her territory are refused
 * @throws UserError when no row can be read
 */
export async function readRows(claim: Claim, user: CurrentUser, communes: CommuneIndex): Promise<void> {
  const upload = await db.importUpload.findUniqueOrThrow({
    where: { id: claim.id },
    select: { content: true, form: true, mapping: true, sourceName: true },
  })
  if (!upload.content) throw new UserError('Ce fichier n’est plus là : envoyez-le à nouveau.')
  const mapping = upload.mapping as Mapping
  const { rowCount } = upload.form as unknown as UploadForm
  const judge: Judge = { format: mapping.format, source: upload.sourceName, today: latestDay(new Date()), communes }
  await db.$transaction(async (tx) => {
    await tell(claim, { phase: 'reading', done: 0, total: rowCount }, tx)
    await tx.importRow.deleteMany({ where: { uploadId: claim.id } })
  }, patience)
  let waiting: ReadRow[] = []
  let done = 0
  // The database writes a batch while the next one is read
  let writing = Promise.resolve()
  const write = async () => {
    await writing
    writing = keepRows(claim, waiting, Math.min(done, rowCount), rowCount)
    // Heard at the next turn, or not at all when reading fails first
    writing.catch(() => {})
    waiting = []
  }
  for await (const tableRow of rowsOf(upload.content, mapping.sheet)) {
    done += 1
    waiting.push(readRow(done, mappedRow(tableRow, mapping), judge, user))
    if (waiting.length >= batch) await write()
    // The database waits for what follows its answers, which are heard between turns
    else if (waiting.length % heardEvery === 0) await setImmediate()
  }
  await write()
  await writing
}

/** Judges one row, and says what a person needs to know it again. */
function readRow(row: number, source: SourceRow, judge: Judge, user: CurrentUser): ReadRow {
  const { row: staged, externalId, entries } = judgeRow(source, judge)
  const { line } = source
  const text = (field: Field) => ('record' in source ? cleanLine(textOf(source.record, field)) : '')
  if (!staged) {
    const town = [text('code_postal'), text('commune')].filter(Boolean).join(' ')
    const whereabouts = [text('adresse'), town].filter(Boolean).join(', ')
    const name = text('nom') || text('lib_fs')
    const reasons = entries.map(({ reason }) => reason)
    return { row, line, kind: 'REFUSED', name, whereabouts, departmentCode: null, externalId, staged: null, reasons }
  }
  const { record } = staged
  const commune = judge.communes.ofCode(record.communeCode)
  const departmentCode = commune?.departmentCode ?? ''
  const town = `${record.postcode} ${commune?.name ?? ''}`.trim()
  const isHers = mayOnPlace(user, 'create', { departmentCode })
  return {
    row,
    line,
    kind: isHers ? null : 'REFUSED',
    name: record.name,
    whereabouts: [record.address, town].filter(Boolean).join(', '),
    departmentCode,
    externalId: staged.externalId,
    staged,
    // Tables of hubs seldom number their rows: nothing to be told of each
    reasons: isHers
      ? entries.filter(({ field }) => field !== 'id').map(sentence)
      : [`Hors de votre territoire : ${commune?.name} (${departmentCode})`],
  }
}

/** What was repaired or dropped of a value, on one line. */
function sentence({ field, value, reason }: ReportEntry): string {
  if (!field) return reason
  return value ? `${field} « ${value.slice(0, 120)} » : ${reason}` : `${field} : ${reason}`
}

async function keepRows(claim: Claim, rows: readonly ReadRow[], done: number, total: number): Promise<void> {
  await db.$transaction(async (tx) => {
    await tell(claim, { done, total }, tx)
    await tx.$executeRaw`
      INSERT INTO "ImportRow"
        ("uploadId", "row", line, kind, name, whereabouts, "departmentCode", "externalId", staged, reasons, doubts)
      SELECT ${claim.id}::uuid, r."row", r.line, r.kind, left(r.name, 300), left(r.whereabouts, 500), r."departmentCode",
        left(r."externalId", 200), r.staged, r.reasons, '{}'
      FROM jsonb_to_recordset(${jsonText(rows)}::jsonb) AS r ("row" int, line int, kind "ImportRowKind", name text,
        whereabouts text, "departmentCode" text, "externalId" text, staged jsonb, reasons text[])`
  }, patience)
}
