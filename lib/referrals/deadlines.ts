import { LRUCache } from 'lru-cache'
import { instantOf, localDay } from '@/lib/hours/zone-clock'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { ReferralSide, ReferralStatus, ReferralStep } from '@/prisma/client/enums'
import { silence, waitings } from './state-machine'
import { workingDayAfter } from './working-days'

/** Whom a referral waits for and what time does next; nobody and nothing once it is closed. */
export type Wait =
  | { acts: ReferralSide; waitingSince: Date; dueAt: Date; nextStep: ReferralStep; nextStepAt: Date }
  | { acts: null; waitingSince: Date; dueAt: null; nextStep: null; nextStepAt: null }

interface Facts {
  now: Date
  sentAt: Date
  /** When it ends; only an appointment needs it */
  appointmentEnd?: Date | null
  /** Where the place is: its holidays and its clock count */
  departmentCode: string
}

interface Silence {
  now: Date
  waitingSince: Date
  departmentCode: string
}

/** Messages are read in the morning, on the place's clock. */
const morning = '08:00'
const afterStep: Readonly<Record<ReferralStep, ReferralStep | null>> = {
  REMIND: 'ESCALATE',
  ESCALATE: 'EXPIRE',
  EXPIRE: null,
}

/** What a referral waits for from the moment it comes to a state. */
export function waitFor(status: ReferralStatus, { now, sentAt, appointmentEnd, departmentCode }: Facts): Wait {
  const waiting = waitings[status]
  if (!waiting) return { acts: null, waitingSince: now, dueAt: null, nextStep: null, nextStepAt: null }
  const waitingSince = { now, sent: sentAt, appointment: appointmentEnd ?? now }[waiting.from]
  return {
    acts: waiting.acts,
    waitingSince,
    dueAt: endOfWorkingDay(waitingSince, waiting.within, departmentCode),
    nextStep: 'REMIND',
    nextStepAt: stepAt('REMIND', waitingSince, departmentCode),
  }
}

/** When a step of silence comes: in the morning of the 5th, 10th or 30th working day since it began. */
export function stepAt(step: ReferralStep, waitingSince: Date, departmentCode: string): Date {
  return clockAfter(waitingSince, silence[step], morning, departmentCode)
}

/**
 * The step that follows one that is taken now, and when; null after the last, which closes. One that comes late, since
 * the site was down, leaves as many days before the next as one in time.
 */
export function nextStepOf(step: ReferralStep, { now, waitingSince, departmentCode }: Silence) {
  const nextStep = afterStep[step]
  if (!nextStep) return null
  const inTime = stepAt(nextStep, waitingSince, departmentCode)
  const leavingTime = clockAfter(now, silence[nextStep] - silence[step], morning, departmentCode)
  return { nextStep, nextStepAt: new Date(Math.max(inTime.getTime(), leavingTime.getTime())) }
}

/** The last millisecond of the nth working day after an instant, on the clock of the place. */
export function endOfWorkingDay(from: Date, count: number, departmentCode: string): Date {
  return clockAfter(from, count, '23:59:59.999', departmentCode)
}

/** A round asks for the same few mornings for thousands of referrals. Milliseconds */
const keptInstants = new LRUCache<string, number>({ max: 20_000 })

function clockAfter(from: Date, count: number, time: string, departmentCode: string): Date {
  const zone = timeZoneOf(departmentCode)
  const first = localDay(zone, from)
  const key = `${first} ${count} ${time} ${departmentCode}`
  const known = keptInstants.get(key)
  if (known !== undefined) return new Date(known)
  const day = workingDayAfter(first, count, departmentCode)
  const instant = instantOf(zone, Date.parse(`${day}T${time}Z`))
  keptInstants.set(key, instant.getTime())
  return instant
}
