import type { Section } from '../sections'
import type { EditablePlace } from '../snapshot'

/** What is judged of a place: its fields, and when somebody last changed or confirmed them. */
export interface JudgedPlace
  extends Pick<
    EditablePlace,
    | 'address'
    | 'accessModes'
    | 'audiences'
    | 'services'
    | 'phone'
    | 'emails'
    | 'websites'
    | 'bookingUrl'
    | 'fees'
    | 'summary'
    | 'description'
  > {
  updatedOn: Date
}

/** From 0 to 1; null where the place is not concerned. */
type Judge = (place: JudgedPlace, now: Date) => number | null

interface Criterion {
  /** Where it is put right */
  section: Section
  judge: Judge
}

const known = (isKnown: unknown) => (isKnown ? 1 : 0)
const day = 24 * 3600 * 1000

/**
 * The criteria of data.inclusion's published score of a service (`score_qualite` of its schema, v1), as a
 * place answers them: an address where people may come, a way to come, an audience, a theme, a contact, the
 * e-mail or the phone that its ways to come name, fees, a description of 200 to 400 characters, an age of
 * six months to two years.
 */
const criteria = {
  address: {
    section: 'address',
    judge: ({ accessModes, address }) => (accessModes.includes('WALK_IN') ? known(address.trim()) : null),
  },
  access: { section: 'public', judge: ({ accessModes }) => known(accessModes.length) },
  audience: {
    section: 'public',
    judge: ({ audiences, services }) => known(audiences.length || services.some((line) => line.audiences.length)),
  },
  theme: { section: 'services', judge: ({ services }) => known(services.length) },
  contact: {
    section: 'contact',
    judge: ({ phone, emails, websites, bookingUrl }) => known(phone || emails.length || websites.length || bookingUrl),
  },
  email: {
    section: 'contact',
    judge: ({ accessModes, emails }) =>
      accessModes.includes('EMAIL') || accessModes.includes('REFERRAL_FORM_BY_EMAIL') ? known(emails.length) : null,
  },
  phone: {
    section: 'contact',
    judge: ({ accessModes, phone }) => (accessModes.includes('PHONE') ? known(phone) : null),
  },
  /** What is not simply free asks how much: half of the answer without a word beside a service. */
  fees: {
    section: 'public',
    judge: ({ fees, services }) => {
      if (fees.length === 0) return 0
      return fees.every((fee) => fee === 'FREE') || services.some(({ note }) => note) ? 1 : 0.5
    },
  },
  description: {
    section: 'identity',
    judge: ({ summary, description }) => {
      const { length } = [summary, description].filter(Boolean).join(' ')
      return between((length - 200) / 200)
    },
  },
  update: {
    section: 'identity',
    judge: ({ updatedOn }, now) => between((730 - (now.getTime() - updatedOn.getTime()) / day) / (730 - 182)),
  },
} as const satisfies Record<string, Criterion>

export type QualityCriterion = keyof typeof criteria

const between = (value: number) => Math.min(1, Math.max(0, value))

export interface Quality {
  /** From 0 to 100: the mean of what concerns the place */
  score: number
  /** What would raise it, the most first: points of a hundred that each would bring */
  missing: { criterion: QualityCriterion; section: Section; points: number }[]
}

/** How much a listing says of what a person needs to be sent there, and what it lacks. */
export function qualityOf(place: JudgedPlace, now: Date): Quality {
  const judged = (Object.keys(criteria) as QualityCriterion[]).flatMap((criterion) => {
    const score = criteria[criterion].judge(place, now)
    return score === null ? [] : [{ criterion, section: criteria[criterion].section, score }]
  })
  const share = 100 / judged.length
  return {
    score: Math.round(judged.reduce((sum, { score }) => sum + score, 0) * share),
    missing: judged
      .filter(({ score }) => score < 1)
      .sort((one, other) => one.score - other.score)
      .map(({ score, ...each }) => ({ ...each, points: Math.max(1, Math.round((1 - score) * share)) })),
  }
}
