/**
 * The grid of the assessment: what is asked, and what is aimed at. It is written down, with its sources and its
 * history, in `docs/assessment.md`; whoever changes it raises the version there and here.
 */
export const gridVersion = '1.0'

/**
 * The five domains of the national frame of digital skills (CRCN: article D. 121-1 of the Code de l'éducation, decree
 * 2019-919 of 30 August 2019), itself drawn from the European DigComp, in the order of the frame.
 */
export const domains = ['information', 'communication', 'creation', 'protection', 'environment'] as const
export type Domain = (typeof domains)[number]

/**
 * Levels of the frame. It has eight: 1 and 2 are novice, 3 and 4 independent. 0 is before it. The grid stops where
 * everyday life does: nobody has to become a geek.
 */
export type Level = 0 | 1 | 2 | 3

/** What was seen of one act, in the words of the frame's first levels. What was not seen is not assumed. */
export const observations = {
  /** Nobody watched: counts as 0, and is said to be still unknown */
  unseen: 0,
  /** Does not do it */
  no: 0,
  /** Level 1: when guided, now and then with the hand of somebody else */
  guided: 1,
  /** Level 2: alone, as long as nothing unexpected comes up */
  alone: 2,
  /** Level 3: alone in most usual situations, finding the way by oneself */
  atEase: 3,
} as const satisfies Record<string, Level>
export type Observation = keyof typeof observations

/** What brings the person: the answers of the citizen's guide, whose rules say which services answer them. */
export const needIds = [
  'papiers',
  'apprendre',
  'travail',
  'enfants',
  'arnaque',
  'mot-de-passe',
  'imprimer',
  'acheter',
  'creer',
  'je-ne-sais-pas',
] as const
export type NeedId = (typeof needIds)[number]

const none: Record<Domain, Level> = { information: 0, communication: 0, creation: 0, protection: 0, environment: 0 }

/** The level that each need asks for, domain by domain: enough to do it alone, and no more. */
export const levelsNeeded: Readonly<Record<NeedId, Readonly<Record<Domain, Level>>>> = {
  papiers: { information: 2, communication: 2, creation: 1, protection: 2, environment: 1 },
  apprendre: { information: 2, communication: 2, creation: 1, protection: 2, environment: 2 },
  travail: { information: 3, communication: 3, creation: 2, protection: 2, environment: 2 },
  enfants: { information: 2, communication: 2, creation: 0, protection: 2, environment: 1 },
  arnaque: { ...none, communication: 1, protection: 2 },
  'mot-de-passe': { ...none, protection: 2, environment: 1 },
  imprimer: { ...none, information: 1, environment: 1 },
  acheter: { ...none, protection: 1, environment: 1 },
  creer: { information: 2, communication: 1, creation: 3, protection: 1, environment: 2 },
  'je-ne-sais-pas': none,
}

/** By when it must be done. */
export const deadlines = ['today', 'week', 'later'] as const

/** What the person herself wishes: it counts as much as what she can do. */
export const wishes = ['learn', 'beside', 'forMe', 'unsaid'] as const

/** What she has at hand; when none is ticked it was not asked, and nothing is said of it. */
export const equipment = ['phone', 'computer', 'internet', 'email', 'nothing'] as const

/** How she comes, and how far places are then looked for: kilometres as the crow flies, null when she cannot. */
export const travels = { foot: 3, transport: 15, car: 30, home: null } as const

/** What a place must mind: those of the citizen's guide under their own names, then those that only a helper asks. */
export const guideCares = ['lire', 'langue', 'voir', 'entendre', 'bouger'] as const
export const cares = [...guideCares, 'comprendre', 'gestes', 'notInGroup', 'free'] as const

/** When she is free, if not in working hours. */
export const times = ['EVENING', 'SATURDAY', 'SUNDAY'] as const

/** The short version: what is seen in a minute at a counter. */
export const signs = ['handsOver', 'avoidsReading', 'noEmail', 'stuck', 'alarmed'] as const
export type Sign = (typeof signs)[number]
