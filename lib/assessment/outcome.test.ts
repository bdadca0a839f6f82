import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cares,
  type Domain,
  deadlines,
  domains,
  equipment,
  gridVersion,
  needIds,
  type Observation,
  signs,
  times,
  travels,
  wishes,
} from './grid'
import { type Outcome, outcomeOf, supports } from './outcome'
import { type Answers, assessmentInput, spottingInput } from './schema'
import { answersOfSigns } from './spotting'

const ladder: readonly Observation[] = ['no', 'guided', 'alone', 'atEase']
const observation = fc.constantFrom<Observation>('unseen', ...ladder)
const some = <T>(values: readonly T[], minLength = 0) => fc.uniqueArray(fc.constantFrom(...values), { minLength })

const answersArbitrary: fc.Arbitrary<Answers> = fc.record({
  needs: some(needIds, 1),
  deadline: fc.constantFrom(...deadlines),
  wish: fc.constantFrom(...wishes),
  equipment: some(equipment),
  seen: fc.record(
    Object.fromEntries(domains.map((domain) => [domain, observation])) as Record<Domain, typeof observation>,
  ),
  travel: fc.constantFrom(...(Object.keys(travels) as (keyof typeof travels)[])),
  cares: some(cares),
  times: some(times),
})

const answers = (changes: Partial<Record<string, unknown>>): Answers =>
  assessmentInput.parse({ needs: ['papiers'], ...changes })
const seenAll = (each: Observation) => Object.fromEntries(domains.map((domain) => [domain, each]))
const weightOf = ({ support }: Outcome) => supports.length - supports.indexOf(support.value)

describe('whatever the answers', () => {
  test('the outcome has a reason for each thing that it says', () => {
    fc.assert(
      fc.property(answersArbitrary, (given) => {
        const { profile, support, services, extras, programmes, next, aims } = outcomeOf(given)
        const told = [profile, support, ...services, ...extras, ...programmes, ...next]
        expect(told.filter(({ reasons }) => reasons.length === 0)).toEqual([])
        expect(aims.map(({ domain }) => domain)).toEqual([...domains])
        expect(aims.every(({ reason }) => reason.length > 0)).toBe(true)
      }),
    )
  })

  test('urgency leads to somebody who does it with or for the person', () => {
    fc.assert(
      fc.property(answersArbitrary, fc.constantFrom('today' as const, 'week' as const), (given, deadline) => {
        const { profile, support, search } = outcomeOf({ ...given, deadline })
        expect(profile.value).toBe('withOrFor')
        expect(profile.reasons).toContain(deadline)
        expect(['forThem', 'beside']).toContain(support.value)
        expect(search.supportModes).toContain('INDIVIDUAL')
      }),
    )
  })

  test('more ease in a domain never leads to a heavier support', () => {
    fc.assert(
      fc.property(answersArbitrary, fc.constantFrom(...domains), (given, domain) => {
        const from = given.seen[domain]
        const more = ladder[ladder.indexOf(from) + 1] ?? from
        const eased = { ...given, seen: { ...given.seen, [domain]: more } }
        expect(weightOf(outcomeOf(eased))).toBeLessThanOrEqual(weightOf(outcomeOf(given)))
      }),
    )
  })

  test('nobody is led further than one level up, nor past what the needs ask for, nor down', () => {
    fc.assert(
      fc.property(answersArbitrary, (given) => {
        for (const { start, aim, reason } of outcomeOf(given).aims) {
          if (start === null || aim === null) expect(aim).toBeNull()
          else {
            expect(aim - start).toBeGreaterThanOrEqual(0)
            expect(aim - start).toBeLessThanOrEqual(1)
            expect(aim > start).toBe(reason === 'oneStep' || reason === 'stepByStep')
          }
        }
      }),
    )
  })

  test('a way in for whoever cannot walk is always asked of places', () => {
    fc.assert(
      fc.property(answersArbitrary, (given) => {
        expect(outcomeOf(given).search.isAccessible).toBe(given.cares.includes('bouger'))
      }),
    )
  })
})

describe('the three profiles', () => {
  test('a paper for tomorrow, by somebody at ease, is done beside them, and self-access comes after', () => {
    const { support, next, programmes } = outcomeOf(answers({ deadline: 'week', seen: seenAll('atEase') }))
    expect(support.value).toBe('beside')
    expect(next).toContainEqual({ value: 'selfAccess', reasons: ['afterUrgency'] })
    expect(programmes.map(({ value }) => value)).toEqual(['AIDANTS_CONNECT', 'FRANCE_SERVICES'])
  })

  test('a paper by somebody who does nothing alone is done for them by an authorised helper', () => {
    const { profile, support, search } = outcomeOf(answers({ seen: seenAll('no') }))
    expect(profile).toEqual({ value: 'withOrFor', reasons: ['far'] })
    expect(support).toEqual({ value: 'forThem', reasons: ['paper', 'far'] })
    expect(search.programmes).toEqual(['AIDANTS_CONNECT', 'FRANCE_SERVICES'])
  })

  test('a beginner goes to a workshop, or beside somebody when a group is too much', () => {
    const beginner = { needs: ['apprendre'], seen: seenAll('guided') }
    expect(outcomeOf(answers(beginner)).profile.value).toBe('beginner')
    expect(outcomeOf(answers(beginner)).search.supportModes).toEqual(['WORKSHOP'])
    const alone = outcomeOf(answers({ ...beginner, cares: ['notInGroup'] }))
    expect(alone.support).toEqual({ value: 'beside', reasons: ['notInGroup'] })
  })

  test('somebody nearly autonomous gets self-access and a Pix test', () => {
    const { profile, search, next } = outcomeOf(answers({ needs: ['travail'], seen: seenAll('alone') }))
    expect(profile.value).toBe('nearlyAutonomous')
    expect(search.supportModes).toEqual(['SELF_SERVICE'])
    expect(next.map(({ value }) => value)).toContain('pixTest')
  })

  test('nobody who wishes that it be done for them is sent to learn', () => {
    const { profile, next, aims } = outcomeOf(answers({ wish: 'forMe', seen: seenAll('guided') }))
    expect(profile.reasons).toContain('wishForMe')
    expect(next.map(({ value }) => value)).not.toContain('workshop')
    expect(aims.every(({ start, aim }) => start === aim)).toBe(true)
  })
})

test('what was not seen is said to be so, and is not assumed', () => {
  const { profile, next, aims } = outcomeOf(answers({}))
  expect(profile.reasons).toEqual(['unknown'])
  expect(next.map(({ value }) => value)).toContain('observe')
  expect(aims.every(({ start }) => start === null)).toBe(true)
})

test('constraints become filters of the public search', () => {
  const { search } = outcomeOf(
    answers({ deadline: 'today', cares: ['lire', 'entendre', 'bouger', 'free'], times: ['SATURDAY'], travel: 'foot' }),
  )
  expect(search).toMatchObject({
    specialCare: ['ILLITERACY', 'DEAFNESS'],
    isAccessible: true,
    fees: ['FREE', 'FREE_UNDER_CONDITIONS'],
    openingTimes: ['SATURDAY'],
    openAt: 'now',
    radius: 3,
  })
})

test('any signs of the short version amount to answers that the whole rule reads', () => {
  fc.assert(
    fc.property(some(signs, 1), fc.constantFrom(...needIds), (spotted, need) => {
      const outcome = outcomeOf(answersOfSigns(spottingInput.parse({ signs: spotted, need })))
      if (spotted.includes('alarmed') || spotted.includes('handsOver')) expect(outcome.profile.value).toBe('withOrFor')
      expect(outcome.search.specialCare.includes('ILLITERACY')).toBe(spotted.includes('avoidsReading'))
    }),
  )
  expect(outcomeOf(answersOfSigns({ signs: ['stuck'], need: 'apprendre' })).profile.value).toBe('beginner')
})

test('a need is required, and all the rest has a sensible silence', () => {
  expect(assessmentInput.safeParse({}).success).toBe(false)
  expect(assessmentInput.parse({ needs: ['papiers'] })).toMatchObject({ deadline: 'later', wish: 'unsaid', lieu: '' })
})

test('the version of the grid is the one that is written down', () => {
  const written = readFileSync('docs/assessment.md', 'utf8')
  expect(written).toContain(`\nVersion ${gridVersion}, `)
  expect(written).toContain(`\n- ${gridVersion}, `)
})
