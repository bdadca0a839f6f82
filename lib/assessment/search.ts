import { type GuideAnswers, searchOfGuide } from '@/lib/needs/guide'
import type { NarrowingField } from '@/lib/search/narrowing'
import type { Search } from '@/lib/search/schema'
import type { Service, SupportMode } from '@/prisma/client/enums'
import { guideCares, type NeedId, travels } from './grid'
import type { Profile, Support } from './outcome'
import type { Answers } from './schema'

/** The citizen's answer that says the same as a need here. */
export function guideAnswerOf(need: NeedId): GuideAnswers {
  if (need === 'arnaque' || need === 'mot-de-passe') return { besoin: 'probleme', probleme: need }
  if (need === 'imprimer' || need === 'acheter') return { besoin: 'materiel', materiel: need }
  return { besoin: need }
}

/** The services that answer a need, as the citizen's guide has it. */
export const servicesOfNeed = (need: NeedId): Service[] => searchOfGuide(guideAnswerOf(need)).services

const modes: Readonly<Record<Support, SupportMode>> = {
  forThem: 'INDIVIDUAL',
  beside: 'INDIVIDUAL',
  group: 'WORKSHOP',
  alone: 'SELF_SERVICE',
}

/** What is asked of places, in the terms of the public search; where to look is not known here. */
export function assessmentSearch(answers: Answers, profile: Profile, support: Support): Search {
  const { needs, cares, times, travel, deadline } = answers
  const search = searchOfGuide({})
  const careSearches = guideCares.filter((care) => cares.includes(care)).map((aide) => searchOfGuide({ aide }))
  return {
    ...search,
    services: [...new Set(needs.flatMap(servicesOfNeed))],
    supportModes: travel === 'home' ? [modes[support], 'REMOTE'] : [modes[support]],
    programmes: profile === 'withOrFor' && needs.includes('papiers') ? ['AIDANTS_CONNECT', 'FRANCE_SERVICES'] : [],
    specialCare: [
      ...careSearches.flatMap(({ specialCare }) => specialCare),
      ...(cares.includes('comprendre') ? (['MENTAL_DISABILITY'] as const) : []),
      ...(cares.includes('gestes') ? (['MOTOR_DISABILITY'] as const) : []),
    ],
    isAccessible: careSearches.some(({ isAccessible }) => isAccessible),
    fees: cares.includes('free') ? searchOfGuide({ prix: 'gratuit' }).fees : [],
    openingTimes: times,
    openAt: deadline === 'today' ? 'now' : null,
    radius: travels[travel],
  }
}

/**
 * What is given up when no place has it all, one more each time: first what a phone call may settle, last how far one
 * goes. What the need is, and a way in for whoever cannot walk, are never given up.
 */
export const givenUpInTurn: readonly NarrowingField[] = [
  'openAt',
  'openingTimes',
  'programmes',
  'fees',
  'supportModes',
  'specialCare',
  'radius',
]
