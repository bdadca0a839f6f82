import type { NeedAnswers } from '@/lib/needs/meaning'

/** The languages that some terms are in besides French. */
export type OtherLanguage = 'en' | 'es' | 'pt' | 'ar' | 'uk'

/** A need that comes with the product. Terms are separated by commas, the usual ones first. */
export interface NeedSeed {
  id: string
  /** As the page says it back */
  name: string
  answers: Partial<NeedAnswers>
  terms: string
  others?: Partial<Record<OtherLanguage, string>>
}

type Line = [id: string, name: string, terms: string, others?: NeedSeed['others']]

/** Needs that the same answers meet. */
export function needsMetBy(answers: Partial<NeedAnswers>, lines: readonly Line[]): NeedSeed[] {
  return lines.map(([id, name, terms, others]) => ({ id, name, answers, terms, others }))
}
