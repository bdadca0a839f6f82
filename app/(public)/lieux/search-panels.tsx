import { useTranslations } from 'next-intl'
import { NeedField } from '@/components/need/need-field'
import { useLocalPath } from '@/components/site/local-path'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { WhereField } from '@/components/where/where-field'
import type { FilterCounts } from '@/lib/search/counts/queries'
import { type NarrowingField, narrowingsOf } from '@/lib/search/narrowing'
import { type PageSearch, pageParams } from '@/lib/search/page-address'
import { FilterForm } from './filter-form'
import { HiddenParams } from './hidden-params'
import styles from './search-panels.module.css'

/** What the other panels and the address say. */
const keptElsewhere: readonly NarrowingField[] = ['words', 'radius', 'communeCodes', 'departmentCodes']

interface Props {
  asked: PageSearch
  counts: FilterCounts
  /** Whether the page already asks where one is */
  isAskingWhere: boolean
}

/** "Changer de ville" and "Filtrer": two forms that keep what the other asked. */
export function SearchPanels({ asked, counts, isAskingWhere }: Props) {
  const t = useTranslations('lieux')
  const need = useTranslations('need')
  const to = useLocalPath()
  const { search, place } = asked
  const params = pageParams(asked)
  const count = narrowingsOf(search).filter(({ field }) => !keptElsewhere.includes(field)).length
  const position = ['lieu', 'lat', 'lon', 'rayon', 'tri', 'commune', 'departement']
  const rest = new URLSearchParams([...params].filter(([name]) => !position.includes(name) && name !== 'page'))
  return (
    <div className={styles.panels}>
      {!isAskingWhere && (
        <Disclosure icon="pin" summary={t('changePlace')}>
          <form action={to('/lieux')}>
            <HiddenParams params={rest} except={[]} />
            <WhereField defaultValue={place ?? undefined} params={rest.toString()} />
          </form>
        </Disclosure>
      )}
      <Disclosure icon="search" summary={need(search.words ? 'changeAgain' : 'change')}>
        <form action={to('/lieux')}>
          <HiddenParams params={params} except={['q', 'mots']} />
          <NeedField defaultValue={search.words ?? undefined} />
          <Button>{need('submit')}</Button>
        </form>
      </Disclosure>
      <Disclosure icon="filter" summary={count > 0 ? t('filtersCount', { count }) : t('filters')}>
        <FilterForm asked={asked} counts={counts} />
      </Disclosure>
    </div>
  )
}
