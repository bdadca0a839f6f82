import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSearch, searchToParams } from '@/lib/search/schema'
import { type GuideAnswers, guideStep, questionIds, searchOfGuide, unsure } from './guide'

/** Every way through the guide, from the first question to the last. */
function everyWay(given: GuideAnswers = {}): GuideAnswers[] {
  const { question, answers } = guideStep(given)
  return question === null ? [given] : answers.flatMap((answer) => everyWay({ ...given, [question]: answer }))
}
const ways = everyWay()

describe('every way through the guide', () => {
  test('asks four to six questions, each of which may be answered by "je ne sais pas"', () => {
    expect(ways.length).toBeGreaterThan(500)
    for (const way of ways) {
      const count = Object.keys(way).length
      expect(count).toBeGreaterThanOrEqual(4)
      expect(count).toBeLessThanOrEqual(6)
    }
    for (const id of questionIds) {
      const reached = ways.find((way) => way[id] !== undefined)
      expect(guideStep({ ...reached, [id]: undefined }).answers).toContain(unsure)
    }
  })

  test('leads to a search that its own address brings back, and that narrows by something', () => {
    for (const way of ways) {
      const search = searchOfGuide(way)
      expect(parseSearch(searchToParams(search))).toEqual({ search, problems: [] })
      expect(searchToParams(search).size).toBeGreaterThan(0)
    }
  })

  test('goes back one question at a time', () => {
    for (const way of ways) {
      const { previous } = guideStep(way)
      if (previous === null) throw new Error('the end has no question before it')
      expect(guideStep({ ...way, [previous]: undefined })).toMatchObject({ question: previous })
    }
  })

  test('counts its questions', () => {
    for (const way of ways) {
      const steps = Object.keys(way).map((_, index) =>
        guideStep(Object.fromEntries(Object.entries(way).slice(0, index)) as GuideAnswers),
      )
      steps.forEach(({ number, total }, index) => {
        expect(number).toBe(index + 1)
        expect(total).toBeGreaterThanOrEqual(number)
      })
      expect(guideStep(way).total).toBe(Object.keys(way).length)
    }
  })
})

test('whatever an address says, a question is asked or the end is reached', () => {
  const anything = fc.dictionary(
    fc.oneof(fc.constantFrom<string>(...questionIds), fc.string()),
    fc.oneof(
      fc.constantFrom('papiers', 'aujourdhui', unsure, 'materiel', 'gratuit'),
      fc.string(),
      fc.array(fc.string()),
    ),
  )
  fc.assert(
    fc.property(anything, (params) => {
      const { question, given, answers } = guideStep(params)
      expect(question === null || answers.length > 1).toBe(true)
      expect(parseSearch(searchToParams(searchOfGuide(given))).problems).toEqual([])
    }),
  )
})

test.each([
  [
    { besoin: 'papiers', quand: 'aujourdhui', aide: 'non', prix: 'gratuit' },
    'services=aide-aux-demarches-administratives&frais=gratuit&frais=gratuit-sous-condition&modalites_accompagnement=accompagnement-individuel&ouvert=maintenant',
  ],
  [
    { besoin: 'papiers', quand: 'plus-tard', facon: 'a-ma-place', aide: 'lire', prix: unsure },
    'services=aide-aux-demarches-administratives&prise_en_charge=illettrisme&dispositifs=aidants-connect',
  ],
  [
    { besoin: 'materiel', materiel: 'acheter', aide: 'bouger', prix: 'peu-importe' },
    'services=acquisition-de-materiel-informatique-a-prix-solidaire&accessible=oui',
  ],
  [
    { besoin: 'apprendre', facon: 'en-groupe', aide: 'langue', prix: 'pass' },
    'services=maitrise-des-outils-numeriques-du-quotidien&prise_en_charge=langues-etrangeres-anglais&prise_en_charge=langues-etrangeres-autres&dispositifs=pass-numerique&modalites_accompagnement=dans-un-atelier-collectif',
  ],
  [{ besoin: unsure, facon: unsure, aide: unsure, prix: unsure }, 'modalites_accompagnement=accompagnement-individuel'],
])('%j leads to %s', (way, address) => {
  expect(guideStep(way)).toMatchObject({ question: null, given: way })
  expect(searchToParams(searchOfGuide(way)).toString()).toBe(address)
})
