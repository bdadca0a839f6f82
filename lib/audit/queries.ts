import 'server-only'
import { type CurrentUser, mayReadAudit } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError } from '@/lib/errors'
import { isUuid } from '@/lib/is-uuid'
import { Prisma } from '@/prisma/client/client'
import type { AuditSearch } from './schema'

const pageSize = 50

interface Row {
  id: string
  at: Date
  actor: string | null
  userId: string | null
  userName: string | null
  action: string
  subject: string
  hubName: string | null
  departmentCode: string | null
  details: Record<string, unknown>
}

export interface ListedEntry extends Omit<Row, 'userName'> {
  /** Who did it: her name today or the e-mail of that time; null for the product itself */
  by: string | null
  /** Whom it was done to, when that is somebody who still has an account */
  person: string | null
}

/**
 * One page of what was done, the latest first. Pages follow one another by the entry they begin after, so the last
 * is as quick as the first.
 *
 * @returns the entries, and where the next page begins; null on the last
 * @throws ForbiddenError for whoever is not of the national administration
 */
export async function searchAudit(
  user: CurrentUser,
  { qui, action, sujet, du, au, apres }: AuditSearch,
): Promise<{ entries: ListedEntry[]; next: string | null }> {
  if (!mayReadAudit(user)) throw new ForbiddenError('Le journal est réservé à l’administration nationale.')
  const [by, about] = await Promise.all([peopleNamed(qui), peopleNamed(sujet)])
  const conditions = [
    apres ? await before(apres) : [],
    qui ? Prisma.sql`a.actor = ANY(${[qui.toLowerCase(), ...by.map(({ email }) => email.toLowerCase())]})` : [],
    action ? Prisma.sql`a.action = ${action}` : [],
    sujet ? Prisma.sql`a.subject = ANY(${subjectsNamed(sujet, about)})` : [],
    du ? Prisma.sql`a.at >= ${du}::timestamp AT TIME ZONE 'Europe/Paris'` : [],
    au ? Prisma.sql`a.at < (${au}::date + 1)::timestamp AT TIME ZONE 'Europe/Paris'` : [],
  ].flat()
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, a.at, a.actor, a."userId", u.name AS "userName", a.action, a.subject, h.name AS "hubName",
      a."departmentCode", a.details
    FROM "AuditEntry" a LEFT JOIN "User" u ON u.id = a."userId" LEFT JOIN "Hub" h ON h.id = a."hubId"
    ${conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty}
    ORDER BY a.at DESC, a.id DESC LIMIT ${pageSize + 1}`
  const shown = rows.slice(0, pageSize)
  const names = await namesOf(shown)
  return {
    entries: shown.map(({ userName, ...row }) => ({
      ...row,
      by: userName ?? row.actor,
      person: names.get(row.subject) ?? null,
    })),
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** More people of one name are no longer somebody. */
const peopleAtMost = 50

/** Those whose e-mail is this, or whose name has all these words. */
async function peopleNamed(text: string): Promise<{ id: string; email: string }[]> {
  const words = text.split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return db.user.findMany({
    where: {
      OR: [
        { email: text },
        { id: text },
        { AND: words.map((word) => ({ name: { contains: word, mode: 'insensitive' } })) },
      ],
    },
    select: { id: true, email: true },
    take: peopleAtMost,
  })
}

/** The subjects that some text may mean: as it is written, or without the word before it. */
function subjectsNamed(text: string, people: readonly { id: string }[]): string[] {
  const kinds = [
    'place',
    'invitation',
    'need',
    'hub',
    'import',
    'referral',
    'bulk-edit',
    'user',
    'organisation',
    'workshop',
    'source',
    'mail',
  ]
  return [text, ...kinds.map((kind) => `${kind} ${text.toLowerCase()}`), ...people.map(({ id }) => `user ${id}`)]
}

/** To the microsecond, which a Date does not keep. */
async function before(id: string): Promise<Prisma.Sql[]> {
  const [entry] = await db.$queryRaw<{ at: string }[]>`SELECT at::text FROM "AuditEntry" WHERE id = ${id}::uuid`
  return entry ? [Prisma.sql`(a.at, a.id) < (${entry.at}::timestamptz, ${id}::uuid)`] : []
}

async function namesOf(rows: readonly Row[]): Promise<Map<string, string>> {
  const idsOf = (kind: string) =>
    rows.flatMap(({ subject }) => (subject.startsWith(`${kind} `) ? subject.slice(kind.length + 1) : []))
  const select = { id: true, name: true } as const
  const [users, organisations] = await Promise.all([
    db.user.findMany({ where: { id: { in: idsOf('user') } }, select }),
    db.organisation.findMany({ where: { id: { in: idsOf('organisation').filter(isUuid) } }, select }),
  ])
  return new Map([
    ...users.map(({ id, name }) => [`user ${id}`, name] as const),
    ...organisations.map(({ id, name }) => [`organisation ${id}`, name] as const),
  ])
}
