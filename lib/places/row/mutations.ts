import 'server-only'
import type { Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { ensureSchedules, scheduleKey } from '@/lib/hours/mutations'
import type { StoredPlace } from '../editable-place'
import type { EditablePlace } from '../snapshot'
import type { Term, Terms } from '../terms'

interface WriteOptions {
  departmentCode: string
  confirms: boolean
}

/** Writes what changed and nothing else: triggers and indexes follow every column and every line of the grid. */
export async function writePlace(
  tx: Transaction,
  stored: StoredPlace,
  next: EditablePlace,
  fields: readonly string[],
  more: WriteOptions,
) {
  const { services, programmeTerms, labelTerms, ...columns } = next
  const has = (name: string) => fields.some((field) => field === name || field.startsWith(`${name}.`))
  const now = new Date()
  await tx.place.update({
    where: { id: stored.id },
    data: {
      ...(Object.fromEntries(Object.entries(columns).filter(([name]) => has(name))) as Partial<typeof columns>),
      ...((has('openingHours') || has('communeCode')) && {
        scheduleId: await scheduleOf(tx, columns.openingHours, more.departmentCode),
      }),
      version: { increment: 1 },
      recordDate: now,
      ...(more.confirms && { verifiedAt: now }),
      publishedAt: columns.status === 'PUBLISHED' ? (stored.publishedAt ?? now) : stored.publishedAt,
    },
    select: { id: true },
  })
  if (has('services')) {
    await tx.placeService.deleteMany({ where: { placeId: stored.id } })
    await tx.placeService.createMany({ data: services.map((line) => ({ ...line, placeId: stored.id })) })
  }
  await writeTerms(tx, stored.id, {
    ...(has('programmeTerms') && { programmeTerms }),
    ...(has('labelTerms') && { labelTerms }),
  })
}

/** Replaces the dates of its programmes and of its labels, each where given. */
export async function writeTerms(tx: Transaction, placeId: string, { programmeTerms, labelTerms }: Terms) {
  const rowOf = <Code extends string>({ code: _, since, until, note }: Term<Code>) => ({
    placeId,
    since: since && new Date(since),
    until: until && new Date(until),
    note,
  })
  if (programmeTerms) {
    await tx.placeProgramme.deleteMany({ where: { placeId } })
    await tx.placeProgramme.createMany({
      data: programmeTerms.map((term) => ({ ...rowOf(term), programme: term.code })),
    })
  }
  if (labelTerms) {
    await tx.placeLabel.deleteMany({ where: { placeId } })
    await tx.placeLabel.createMany({ data: labelTerms.map((term) => ({ ...rowOf(term), label: term.code })) })
  }
}

/** The hours, judged once for all places of the département that keep them. */
export async function scheduleOf(tx: Transaction, openingHours: string | null, departmentCode: string) {
  if (openingHours === null) return null
  const wanted = { openingHours, departmentCode }
  return (await ensureSchedules(tx, [wanted])).get(scheduleKey(wanted)) ?? null
}

/** @throws UserError when there is no such commune */
export async function departmentOf(tx: Transaction, communeCode: string): Promise<string> {
  const commune = await tx.commune.findUnique({ where: { code: communeCode }, select: { departmentCode: true } })
  if (!commune) throw new UserError('Cette commune n’existe pas.')
  return commune.departmentCode
}
