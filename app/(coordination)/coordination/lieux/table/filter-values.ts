import { useTranslations } from 'next-intl'
import { kinds, programmes, services, slugOf } from '@/lib/open-data/vocabulary'
import type { FilterName } from '@/lib/places/table/address'
import type { TableChoices } from '@/lib/places/table/filters'
import { changes, freshness, gaps, referrals, statuses } from '@/lib/places/table/values'

interface Value {
  value: string
  label: string
}

/** The filters whose values are ticked: the others are typed. */
export type TickedName = Exclude<FilterName, 'q' | 'commune'>

/** What each filter offers, with its word in addresses. */
export function useFilterValues({ departments, sources, colleagues }: TableChoices): Record<TickedName, Value[]> {
  const t = useTranslations('coordination.table.values')
  const said = <Word extends string>(
    words: Readonly<Record<Word, unknown>>,
    labelOf: (word: Word) => string,
  ): Value[] => (Object.keys(words) as Word[]).map((value) => ({ value, label: labelOf(value) }))
  const national = (vocabulary: Readonly<Record<string, string>>): Value[] =>
    Object.values(vocabulary).map((label) => ({ value: slugOf(label), label }))
  return {
    statut: said(statuses, (word) => t(`statut.${word}`)),
    type: national(kinds),
    departement: departments.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
    service: national(services),
    sans_service: national(services),
    programme: national(programmes),
    orientation: said(referrals, (word) => t(`orientation.${word}`)),
    manque: said(gaps, (word) => t(`manque.${word}`)),
    fraicheur: said(freshness, (word) => t(`fraicheur.${word}`)),
    source: [
      { value: 'aucune', label: t('source.aucune') },
      ...sources.map(({ slug, name }) => ({ value: slug, label: name })),
    ],
    suivi: [
      { value: 'moi', label: t('suivi.moi') },
      { value: 'personne', label: t('suivi.personne') },
      ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
    ],
    modifie: said(changes, (word) => t(`modifie.${word}`)),
  }
}
