import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'

const pageSize = 50

/** Only what this person may answer: a report may hold somebody's mail address. */
function answerableBy(user: CurrentUser): Prisma.ReportWhereInput {
  const { everywhere, departmentCodes, placeIds } = territoryOf(user, 'answer')
  if (everywhere) return {}
  return { place: { OR: [{ commune: { departmentCode: { in: departmentCodes } } }, { id: { in: placeIds } }] } }
}

interface ReportFilters {
  isOpen: boolean
  /** From 1 */
  page: number
}

/** One page of the reports of somebody's territory: those to read, the oldest first, or those answered, the latest first. */
export async function listReportsFor(user: CurrentUser, { isOpen, page }: ReportFilters) {
  const where: Prisma.ReportWhereInput = { AND: [answerableBy(user), { status: isOpen ? 'OPEN' : { not: 'OPEN' } }] }
  const [total, reports] = await Promise.all([
    db.report.count({ where }),
    db.report.findMany({
      where,
      select: {
        id: true,
        subject: true,
        message: true,
        email: true,
        status: true,
        createdAt: true,
        handledAt: true,
        handledBy: { select: { name: true } },
        place: { select: { id: true, name: true, status: true, commune: { select: { name: true } } } },
      },
      orderBy: isOpen ? [{ createdAt: 'asc' }, { id: 'asc' }] : [{ handledAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ])
  return { total, pageCount: Math.max(1, Math.ceil(total / pageSize)), reports }
}

export type ListedReport = Awaited<ReturnType<typeof listReportsFor>>['reports'][number]

/** How many reports wait for an answer in somebody's territory. */
export async function countOpenReportsFor(user: CurrentUser): Promise<number> {
  return db.report.count({ where: { AND: [answerableBy(user), { status: 'OPEN' }] } })
}
