import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import type { Snapshot } from '@/lib/places/snapshot'
import { takeValues, tell } from '@/lib/proposals/taken/mutations'
import { reportLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import type { ReportStatus } from '@/prisma/client/enums'
import { isSealed } from './form-seal'
import type { ReportInput } from './schema'

/** Answers wait for edits of the same place. */
const patience = { maxWait: 15_000, timeout: 15_000 }

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

/** What comes with an answer: what is put right in the place, from the version that she has before her, and a word. */
interface Fix {
  version: number
  /** Fields of a place's snapshot, as they become */
  values: Snapshot
  word: string | null
}

const outcomes = {
  DONE: 'La fiche est corrigée.',
  REFUSED: 'Après vérification, la fiche est juste\u00a0: nous l’avons laissée comme elle est.',
} as const

/**
 * Says what became of a report, puts the place right with it, and tells the person who wanted an answer; or takes the
 * report up again.
 *
 * @throws ForbiddenError outside the user's territory
 * @throws VersionConflictError when what she puts right changed since she looked
 * @throws UserError when somebody else has answered meanwhile
 */
export async function answerReport(user: CurrentUser, id: string, status: ReportStatus, fix?: Fix): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT p.id FROM "Place" p JOIN "Report" r ON r."placeId" = p.id WHERE r.id = ${id}::uuid FOR UPDATE OF p`
    const report = await tx.report.findUnique({
      where: { id },
      select: {
        status: true,
        email: true,
        place: { select: { id: true, commune: { select: { departmentCode: true } } } },
      },
    })
    if (!report) throw new NotFoundError('Ce signalement n’existe pas.')
    const { email, place } = report
    const scope = { id: place.id, departmentCode: place.commune.departmentCode }
    if (!mayOnPlace(user, 'answer', scope)) throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
    if ((report.status === 'OPEN') === (status === 'OPEN')) {
      throw new UserError('Quelqu’un a déjà répondu à ce signalement.')
    }
    const isOpen = status === 'OPEN'
    const handledAt = isOpen ? null : new Date()
    if (status === 'DONE' && fix && Object.keys(fix.values).length > 0) {
      await takeValues(tx, user, { placeId: place.id, ...fix, reason: 'Signalement d’un habitant' })
    }
    await tx.report.update({ where: { id }, data: { status, handledById: isOpen ? null : user.id, handledAt } })
    if (isOpen || !handledAt) return
    const key = `report ${id} ${handledAt.toISOString()}`
    await tell(tx, { key, email, placeId: place.id, outcome: outcomes[status], word: fix?.word ?? null })
  }, patience)
}
