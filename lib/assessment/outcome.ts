import type { Search } from '@/lib/search/schema'
import type { Programme, Service } from '@/prisma/client/enums'
import { type Aim, aimsOf } from './aims'
import { type Ease, easeOf } from './ease'
import type { Answers } from './schema'
import { assessmentSearch, servicesOfNeed } from './search'

/** Urgent or far from digital: with or for them; beginner: a workshop; nearly autonomous: self-access, a Pix test. */
export type Profile = 'withOrFor' | 'beginner' | 'nearlyAutonomous'

/** Kinds of support, the heaviest first. */
export const supports = ['forThem', 'beside', 'group', 'alone'] as const
export type Support = (typeof supports)[number]

/** What comes after, or first. */
export type NextStep = 'workshop' | 'selfAccess' | 'pixTest' | 'email' | 'scam' | 'observe'

export type Reason =
  | 'today'
  | 'week'
  | 'far'
  | 'unknown'
  | 'wishForMe'
  | 'wishBeside'
  | 'someAlone'
  | 'allAlone'
  | 'need'
  | 'paper'
  | 'oneTask'
  | 'unsure'
  | 'notInGroup'
  | 'home'
  | 'learnTogether'
  | 'byHerself'
  | 'noDevice'
  | 'noInternet'
  | 'authorised'
  | 'oneStop'
  | 'adviser'
  | 'voucher'
  | 'voucherFree'
  | 'measure'
  | 'afterUrgency'
  | 'wishLearn'
  | 'noEmail'
  | 'scamFirst'
  | 'unseen'

/** Something that the outcome says, and why: there is at least one reason. */
export interface Told<T> {
  value: T
  reasons: readonly Reason[]
}

export interface Outcome {
  profile: Told<Profile>
  support: Told<Support>
  /** What the places must offer */
  services: readonly Told<Service>[]
  /** What would help besides */
  extras: readonly Told<Service>[]
  /** What to ask for by its name */
  programmes: readonly Told<Programme>[]
  next: readonly Told<NextStep>[]
  aims: readonly Aim[]
  /** Without a position: where to look is not part of the answers */
  search: Search
}

/** What the answers lead to, each thing with its reasons. A rule without memory: the same answers, the same outcome. */
export function outcomeOf(answers: Answers): Outcome {
  const ease = easeOf(answers.seen)
  const profile = profileOf(answers, ease)
  const support = supportOf(answers, ease, profile.value)
  const programmes = programmesOf(answers, profile.value, support.value)
  return {
    profile,
    support,
    services: servicesOf(answers),
    extras: extrasOf(answers),
    programmes,
    next: nextOf(answers, ease, profile.value),
    aims: aimsOf(answers, ease),
    search: assessmentSearch(answers, profile.value, support.value),
  }
}

const isUrgent = ({ deadline }: Answers) => deadline !== 'later'
const isPaper = ({ needs }: Answers) => needs.includes('papiers')
const isUnsure = ({ needs }: Answers) => needs.every((need) => need === 'je-ne-sais-pas')

/** Done once and over: nobody joins a workshop for it. */
const tasks: readonly string[] = ['mot-de-passe', 'arnaque', 'imprimer', 'acheter']
const isOneTask = ({ needs }: Answers) => needs.every((need) => tasks.includes(need))

/** Keeps the reasons that hold. */
function because(...reasons: readonly (Reason | false)[]): Reason[] {
  return reasons.filter((reason) => reason !== false)
}

function profileOf(answers: Answers, ease: Ease): Told<Profile> {
  const heavy = because(
    answers.deadline === 'today' && 'today',
    answers.deadline === 'week' && 'week',
    ease.isUnknown && 'unknown',
    ease.isFar && !ease.isUnknown && 'far',
    answers.wish === 'forMe' && 'wishForMe',
  )
  if (heavy.length > 0) return { value: 'withOrFor', reasons: heavy }
  return ease.isNear
    ? { value: 'nearlyAutonomous', reasons: ['allAlone'] }
    : { value: 'beginner', reasons: ['someAlone'] }
}

function supportOf(answers: Answers, { isFar, isUnknown }: Ease, profile: Profile): Told<Support> {
  if (profile === 'withOrFor') {
    const forThem = because(isFar && (isUnknown ? 'unknown' : 'far'), answers.wish === 'forMe' && 'wishForMe')
    if (isPaper(answers) && forThem.length > 0) return { value: 'forThem', reasons: ['paper', ...forThem] }
    return { value: 'beside', reasons: profileOf(answers, easeOf(answers.seen)).reasons }
  }
  const beside = because(answers.wish === 'beside' && 'wishBeside', isUnsure(answers) && 'unsure')
  const alsoBeside = because(
    isOneTask(answers) && 'oneTask',
    answers.cares.includes('notInGroup') && 'notInGroup',
    answers.travel === 'home' && 'home',
  )
  if (profile === 'nearlyAutonomous') {
    return beside.length > 0 ? { value: 'beside', reasons: beside } : { value: 'alone', reasons: ['byHerself'] }
  }
  const all = [...beside, ...alsoBeside]
  return all.length > 0 ? { value: 'beside', reasons: all } : { value: 'group', reasons: ['learnTogether'] }
}

function servicesOf({ needs }: Answers): Told<Service>[] {
  const services = [...new Set(needs.flatMap(servicesOfNeed))]
  return services.map((value) => ({ value, reasons: ['need'] }))
}

function extrasOf(answers: Answers): Told<Service>[] {
  const has = (...things: Answers['equipment']) => things.some((thing) => answers.equipment.includes(thing))
  const sought = answers.needs.flatMap(servicesOfNeed)
  if (answers.equipment.length === 0) return []
  const extras: Told<Service>[] = []
  if (!has('phone', 'computer')) extras.push({ value: 'AFFORDABLE_EQUIPMENT', reasons: ['noDevice'] })
  if (!has('internet')) extras.push({ value: 'INTERNET_AND_EQUIPMENT_ACCESS', reasons: ['noInternet'] })
  return extras.filter(({ value }) => !sought.includes(value))
}

function programmesOf(answers: Answers, profile: Profile, support: Support): Told<Programme>[] {
  if (profile === 'withOrFor' && isPaper(answers)) {
    return [
      { value: 'AIDANTS_CONNECT', reasons: ['authorised'] },
      { value: 'FRANCE_SERVICES', reasons: ['oneStop'] },
    ]
  }
  if (support === 'alone') return [{ value: 'PIX', reasons: ['measure'] }]
  const adviser: Told<Programme> = { value: 'CONSEILLER_NUMERIQUE', reasons: ['adviser'] }
  if (support !== 'group') return [adviser]
  return [adviser, { value: 'PASS_NUMERIQUE', reasons: [answers.cares.includes('free') ? 'voucherFree' : 'voucher'] }]
}

function nextOf(answers: Answers, ease: Ease, profile: Profile): Told<NextStep>[] {
  const steps: Told<NextStep>[] = []
  const add = (value: NextStep, ...reasons: readonly (Reason | false)[]) => {
    const why = because(...reasons)
    if (why.length > 0) steps.push({ value, reasons: why })
  }
  const { needs, equipment, wish, seen } = answers
  add('scam', needs.includes('arnaque') && 'scamFirst')
  const wantsEmail = isPaper(answers) || needs.includes('travail')
  add('email', wantsEmail && equipment.length > 0 && !equipment.includes('email') && 'noEmail')
  const mayLearn = profile === 'withOrFor' && wish !== 'forMe'
  add('selfAccess', mayLearn && isUrgent(answers) && ease.isNear && 'afterUrgency')
  add(
    'workshop',
    mayLearn && isUrgent(answers) && !ease.isNear && 'afterUrgency',
    mayLearn && ease.isFar && wish === 'learn' && 'wishLearn',
  )
  add('pixTest', profile === 'nearlyAutonomous' && 'measure')
  add('observe', wish !== 'forMe' && Object.values(seen).includes('unseen') && 'unseen')
  return steps
}
