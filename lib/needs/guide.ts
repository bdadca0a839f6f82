import { parseSearch, type Search } from '@/lib/search/schema'

/** What an answer asks of places. */
type Asked = Partial<
  Pick<
    Search,
    'services' | 'supportModes' | 'programmes' | 'specialCare' | 'fees' | 'kinds' | 'openAt' | 'isAccessible'
  >
>

/** The questions in their order, under the names that they have in an address: four to six are asked of anyone. */
export const questionIds = ['besoin', 'materiel', 'probleme', 'quand', 'facon', 'aide', 'prix'] as const
export type QuestionId = (typeof questionIds)[number]

/** The answers given so far, by question. */
export type GuideAnswers = Readonly<Partial<Record<QuestionId, string>>>

interface Answer {
  asks: Asked
  /** Offered to everybody when absent */
  isOffered?: (given: GuideAnswers) => boolean
}

interface Question {
  answers: Readonly<Record<string, Answer>>
  /** Asked of everybody when absent */
  isAsked?: (given: GuideAnswers) => boolean
}

/** Always possible: it narrows nothing, except that a person who knows nothing is best met by a person. */
export const unsure = 'je-ne-sais-pas'
const nothing: Answer = { asks: {} }

const isUrgent = ({ quand }: GuideAnswers) => quand === 'aujourdhui'
const isPaper = ({ besoin }: GuideAnswers) => besoin === 'papiers'

const questions: Readonly<Record<QuestionId, Question>> = {
  besoin: {
    answers: {
      papiers: { asks: { services: ['ADMINISTRATIVE_PROCEDURES'] } },
      apprendre: { asks: { services: ['EVERYDAY_DIGITAL_TOOLS'] } },
      travail: { asks: { services: ['EMPLOYMENT'] } },
      materiel: nothing,
      probleme: nothing,
      enfants: { asks: { services: ['PARENTING_AND_EDUCATION'] } },
      creer: { asks: { services: ['LEISURE_AND_CREATION', 'DIGITAL_CULTURE'] } },
      [unsure]: { asks: { supportModes: ['INDIVIDUAL'] } },
    },
  },
  materiel: {
    isAsked: ({ besoin }) => besoin === 'materiel',
    answers: {
      imprimer: { asks: { services: ['INTERNET_AND_EQUIPMENT_ACCESS'] } },
      internet: { asks: { services: ['INTERNET_AND_EQUIPMENT_ACCESS'] } },
      acheter: { asks: { services: ['AFFORDABLE_EQUIPMENT'] } },
      [unsure]: { asks: { services: ['INTERNET_AND_EQUIPMENT_ACCESS', 'AFFORDABLE_EQUIPMENT'] } },
    },
  },
  probleme: {
    isAsked: ({ besoin }) => besoin === 'probleme',
    answers: {
      arnaque: { asks: { services: ['ONLINE_SAFETY'] } },
      'mot-de-passe': { asks: { services: ['EVERYDAY_DIGITAL_TOOLS'] } },
      panne: { asks: { services: ['EVERYDAY_DIGITAL_TOOLS', 'AFFORDABLE_EQUIPMENT'] } },
      [unsure]: { asks: { services: ['ONLINE_SAFETY', 'EVERYDAY_DIGITAL_TOOLS'] } },
    },
  },
  quand: {
    isAsked: ({ besoin }) => besoin === 'papiers' || besoin === 'probleme',
    answers: {
      aujourdhui: { asks: { openAt: 'now', supportModes: ['INDIVIDUAL'] } },
      'plus-tard': nothing,
      [unsure]: nothing,
    },
  },
  facon: {
    isAsked: (given) => given.besoin !== 'materiel' && !isUrgent(given),
    answers: {
      'avec-moi': { asks: { supportModes: ['INDIVIDUAL'] } },
      'a-ma-place': { asks: { programmes: ['AIDANTS_CONNECT'] }, isOffered: isPaper },
      'en-groupe': { asks: { supportModes: ['WORKSHOP'] }, isOffered: (given) => !isPaper(given) },
      seul: { asks: { supportModes: ['SELF_SERVICE'] } },
      'a-distance': { asks: { supportModes: ['REMOTE'] } },
      [unsure]: nothing,
    },
  },
  aide: {
    answers: {
      non: nothing,
      lire: { asks: { specialCare: ['ILLITERACY'] } },
      langue: { asks: { specialCare: ['ENGLISH', 'OTHER_LANGUAGES'] } },
      voir: { asks: { specialCare: ['VISUAL_IMPAIRMENT'] } },
      entendre: { asks: { specialCare: ['DEAFNESS'] } },
      bouger: { asks: { isAccessible: true } },
      [unsure]: nothing,
    },
  },
  prix: {
    answers: {
      gratuit: { asks: { fees: ['FREE', 'FREE_UNDER_CONDITIONS'] } },
      pass: { asks: { programmes: ['PASS_NUMERIQUE'] }, isOffered: ({ facon }) => facon === 'en-groupe' },
      'peu-importe': nothing,
      [unsure]: nothing,
    },
  },
}

/** Where somebody stands in the guide. */
export interface GuideStep {
  /** Those that count, in the order of the questions */
  given: GuideAnswers
  /** Null when everything was answered */
  question: QuestionId | null
  /** What can be answered */
  answers: string[]
  /** The question before, to go back to */
  previous: QuestionId | null
  /** Of the question, from 1 */
  number: number
  /** How many there are on this way, as far as can be told */
  total: number
}

/** Reads the answers of an address: what is no answer to a question that is asked is asked again. */
export function guideStep(params: Readonly<Record<string, string | string[] | undefined>>): GuideStep {
  let given: GuideAnswers = {}
  const asked: QuestionId[] = []
  for (const id of questionIds) {
    if (questions[id].isAsked?.(given) === false) continue
    asked.push(id)
    const value = [params[id]].flat()[0]
    if (value === undefined || !offeredTo(id, given).includes(value)) {
      const later = questionIds.slice(questionIds.indexOf(id) + 1)
      const rest = later.filter((other) => questions[other].isAsked?.(given) !== false)
      return {
        given,
        question: id,
        answers: offeredTo(id, given),
        previous: asked.at(-2) ?? null,
        number: asked.length,
        total: asked.length + rest.length,
      }
    }
    given = { ...given, [id]: value }
  }
  const total = asked.length
  return { given, question: null, answers: [], previous: asked.at(-1) ?? null, number: total, total }
}

function offeredTo(id: QuestionId, given: GuideAnswers): string[] {
  const { answers } = questions[id]
  return Object.keys(answers).filter((answer) => answers[answer]?.isOffered?.(given) !== false)
}

/** The search that the answers lead to: values of one list widen it, lists narrow it together. */
export function searchOfGuide(given: GuideAnswers): Search {
  const { search } = parseSearch({})
  for (const id of questionIds) {
    const asks = questions[id].answers[given[id] ?? '']?.asks ?? {}
    for (const list of ['services', 'supportModes', 'programmes', 'specialCare', 'fees', 'kinds'] as const) {
      Object.assign(search, { [list]: [...new Set([...search[list], ...(asks[list] ?? [])])] })
    }
    search.openAt = asks.openAt ?? search.openAt
    search.isAccessible ||= asks.isAccessible ?? false
  }
  return search
}
