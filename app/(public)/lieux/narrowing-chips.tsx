import { useFormatter, useTranslations } from 'next-intl'
import { useLocalPath } from '@/components/site/local-path'
import { Icon } from '@/components/ui/icon'
import { type Narrowing, type NarrowingField, narrowingsOf, withoutFilters } from '@/lib/search/narrowing'
import { type PageSearch, pageAddress } from '@/lib/search/page-address'
import styles from './narrowing-chips.module.css'

/** What narrows the search, each with the link that takes it away. */
export function NarrowingChips({ asked }: { asked: PageSearch }) {
  const t = useTranslations('lieux')
  const label = useNarrowingLabel(asked.timeZone)
  const to = useLocalPath()
  const narrowings = narrowingsOf(asked.search)
  if (narrowings.length === 0) return null
  const fields = [...new Set(narrowings.map(({ field }) => field))].filter((field) => !territory.includes(field))
  return (
    <ul className={styles.chips} aria-label={t('applied')}>
      {narrowings.map((narrowing) => (
        <li key={`${narrowing.field} ${narrowing.value}`}>
          <a
            className={styles.chip}
            href={to(pageAddress({ ...asked, search: narrowing.without }))}
            aria-label={t('remove', { filter: label(narrowing) })}
          >
            {label(narrowing)} <Icon name="close" size={18} />
          </a>
        </li>
      ))}
      {fields.length > 1 && (
        <li>
          <a
            className={styles.clear}
            href={to(pageAddress({ ...asked, search: withoutFilters(asked.search, fields) }))}
          >
            {t('clear')}
          </a>
        </li>
      )}
    </ul>
  )
}

/** A filter with one of its values. */
type Named = Narrowing extends infer N ? (N extends Narrowing ? Pick<N, 'field' | 'value'> : never) : never

/** Where one is stays, whatever is cleared. */
const territory: readonly NarrowingField[] = ['communeCodes', 'departmentCodes']

/** @param timeZone whose clocks an instant is told on */
export function useNarrowingLabel(timeZone?: string): (narrowing: Named) => string {
  const t = useTranslations()
  const format = useFormatter()
  return (narrowing) => {
    switch (narrowing.field) {
      case 'services':
        return t(`needs.${narrowing.value}.name`)
      case 'departmentCodes':
        return t('lieux.inDepartment', { code: narrowing.value })
      case 'communeCodes':
        return t('lieux.inCommune', { code: narrowing.value })
      case 'words':
        return t('lieux.words', { words: narrowing.value })
      case 'radius':
        return t('lieux.radius', { radius: narrowing.value })
      case 'isAccessible':
        return t('lieux.accessible')
      case 'openAt':
        return narrowing.value === 'now'
          ? t('lieux.openNow')
          : t('lieux.openAt', {
              date: format.dateTime(narrowing.value, { dateStyle: 'full', timeStyle: 'short', timeZone }),
            })
      case 'openingTimes':
        return t(`openingTimes.${narrowing.value}`)
      case 'kinds':
        return t(`kinds.${narrowing.value}`)
      case 'fees':
        return t(`fees.${narrowing.value}`)
      case 'audiences':
        return t(`audiences.${narrowing.value}`)
      case 'specialCare':
        return t(`specialCare.${narrowing.value}`)
      case 'accessModes':
        return t(`filterNames.accessModes.${narrowing.value}`)
      case 'supportModes':
        return t(`filterNames.supportModes.${narrowing.value}`)
      case 'programmes':
        return narrowing.value === 'AIDANTS_CONNECT'
          ? t('filterNames.programmes.AIDANTS_CONNECT')
          : t(`programmes.${narrowing.value}`)
      case 'labels':
        return t(`labels.${narrowing.value}`)
      case 'itinerancy':
        return t(`itinerancies.${narrowing.value}`)
    }
  }
}
