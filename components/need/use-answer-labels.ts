import { useTranslations } from 'next-intl'
import type { NeedAnswers } from '@/lib/needs/meaning'

/** The words for what answers a need, the services first. */
export function useAnswerLabels(): (answers: NeedAnswers) => string[] {
  const t = useTranslations()
  return ({ services, kinds, programmes, labels, specialCare, audiences, ...how }) => [
    ...services.map((service) => t(`needs.${service}.name`)),
    ...kinds.map((kind) => t(`kinds.${kind}`)),
    ...programmes.map((programme) => t(`programmes.${programme}`)),
    ...labels.map((label) => t(`labels.${label}`)),
    ...specialCare.map((care) => t(`specialCare.${care}`)),
    ...audiences.map((audience) => t(`audiences.${audience}`)),
    ...how.fees.map((fee) => t(`fees.${fee}`)),
    ...how.supportModes.map((mode) => t(`supportModes.${mode}`)),
    ...how.accessModes.map((mode) => t(`accessModes.${mode}`)),
    ...how.itinerancy.map((value) => t(`itinerancies.${value}`)),
    ...(how.isAccessible ? [t('lieux.accessible')] : []),
  ]
}
