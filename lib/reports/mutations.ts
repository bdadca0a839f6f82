import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { reportLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import type { ReportStatus } from '@/prisma/client/enums'
import { isSealed } from './form-seal'
import type { ReportInput } from './schema'

/** Sent faster than a person can, or from a form that we did not draw today. */
export class UnsealedFormError extends UserError {
  override name = 'UnsealedFormError'
}

/**
 * Keeps what anybody says is wrong with a published place. What a program sent is let drop without a word.
 *
 * @param address where it comes from, null when it cannot be known
 * @throws TooManyAttemptsError, UnsealedFormError, NotFoundError
 */
export async function createReport(input: ReportInput, address: string | null): Promise<void> {
  const { placeId, subject, message, email, website, seal } = input
  await countAttempt(reportLimits.ofAddress(address))
  if (website !== '') return
  if (!isSealed(env().SECRET, reportForm(placeId), seal)) {
    throw new UnsealedFormError('Attendez une seconde, puis touchez de nouveau.')
  }
  const place = await db.place.findFirst({ where: { id: placeId, status: 'PUBLISHED' }, select: { id: true } })
  if (!place) throw new NotFoundError('Ce lieu n’existe plus dans l’annuaire.')
  // Last: what is refused to one person must not use up what others may say.
  await countAttempt(reportLimits.ofPlace(placeId))
  await db.report.create({ data: { placeId, subject, message, email } })
}

/** What the seal of a place's form covers. */
export const reportForm = (placeId: string) => `report ${placeId}`

/**
 * Says what became of a report, or takes it up again.
 *
 * @throws ForbiddenError outside the user's territory
 * @throws UserError when somebody else has answered meanwhile
 */
export async function answerReport(user: CurrentUser, id: string, status: ReportStatus): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Report" WHERE id = ${id}::uuid FOR UPDATE`
    const report = await tx.report.findUnique({
      where: { id },
      select: { status: true, place: { select: { id: true, commune: { select: { departmentCode: true } } } } },
    })
    if (!report) throw new NotFoundError('Ce signalement n’existe pas.')
    const scope = { id: report.place.id, departmentCode: report.place.commune.departmentCode }
    if (!mayOnPlace(user, 'answer', scope)) throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
    if ((report.status === 'OPEN') === (status === 'OPEN')) {
      throw new UserError('Quelqu’un a déjà répondu à ce signalement.')
    }
    const isOpen = status === 'OPEN'
    await tx.report.update({
      where: { id },
      data: { status, handledById: isOpen ? null : user.id, handledAt: isOpen ? null : new Date() },
    })
  })
}
