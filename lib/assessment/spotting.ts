import type { Sign } from './grid'
import type { Answers, Seen, SpottedSigns } from './schema'

const all = (each: Seen['information']): Seen => ({
  information: each,
  communication: each,
  creation: each,
  protection: each,
  environment: each,
})

/** What a sign tells, in the terms of the whole assessment. */
const told: Readonly<Record<Sign, Partial<Pick<Answers, 'wish' | 'deadline' | 'cares' | 'equipment'>>>> = {
  handsOver: {},
  avoidsReading: { cares: ['lire'] },
  noEmail: { equipment: ['phone', 'internet'] },
  stuck: {},
  alarmed: { deadline: 'week' },
}

/**
 * The answers that a few signs amount to, for the same rule to read. Handing one's phone over tells most: nothing is done
 * alone; getting stuck halfway tells that something is.
 */
export function answersOfSigns({ signs, need }: SpottedSigns): Answers {
  const isFar = signs.includes('handsOver') || signs.includes('avoidsReading')
  const start = signs.includes('stuck') ? 'guided' : 'unseen'
  const answers: Answers = {
    needs: [need],
    deadline: 'later',
    wish: 'unsaid',
    equipment: [],
    seen: all(isFar ? 'no' : start),
    travel: 'transport',
    cares: [],
    times: [],
  }
  return Object.assign(answers, ...signs.map((sign) => told[sign]))
}
