import { type GuideAnswers, type QuestionId, questionIds } from '@/lib/needs/guide'

/** The address of the guide with these answers. */
export function guideAddress(given: GuideAnswers): string {
  const params = new URLSearchParams(questionIds.flatMap((id) => (given[id] ? [[id, given[id]]] : [])))
  return params.size > 0 ? `/besoins?${params}` : '/besoins'
}

/** The same answers without one of them: its question is asked again. */
export function without(given: GuideAnswers, id: QuestionId): GuideAnswers {
  return { ...given, [id]: undefined }
}
