import type { ReferralSide, ReferralStep } from '@/prisma/client/enums'
import { endOfWorkingDay, nextStepOf } from '../deadlines'

/** A referral whose time has come. */
export interface DueReferral {
  id: string
  nextStep: ReferralStep
  acts: ReferralSide
  dueAt: Date
  waitingSince: Date
  /** Where the place is */
  departmentCode: string
}

/** What time does to it, as the database is told. */
export interface DueStep {
  id: string
  step: ReferralStep
  /** Whom the referral then waits for, by when, and what time does next; null once it is closed */
  acts: ReferralSide | null
  dueAt: Date | null
  nextStep: ReferralStep | null
  nextStepAt: Date | null
  /** Who is written to */
  tells: ReferralSide
  /** Everybody of her organisation, rather than the helper alone: she was silent herself, or is away */
  tellsAll: boolean
}

/** Working days that the helper has to choose another place, as for a refusal. */
const daysToChoose = 5

/** The step that is due: the side that acts is reminded, then the helper takes over, then the referral ends. */
export function dueStep({ id, nextStep: step, acts, dueAt, ...since }: DueReferral, now: Date): DueStep {
  const next = nextStepOf(step, { now, ...since })
  if (!next)
    return { id, step, acts: null, dueAt: null, nextStep: null, nextStepAt: null, tells: 'HELPER', tellsAll: false }
  if (step === 'REMIND') return { id, step, ...next, acts, dueAt, tells: acts, tellsAll: false }
  const choice = endOfWorkingDay(now, daysToChoose, since.departmentCode)
  return { id, step, ...next, acts: 'HELPER', dueAt: choice, tells: 'HELPER', tellsAll: acts === 'HELPER' }
}
