import { useTranslations } from 'next-intl'
import { NeedField } from '@/components/need/need-field'
import { KindTag } from '@/components/place/kind-tag'
import { needs, serviceSlug } from '@/components/place/needs'
import { useLocalPath } from '@/components/site/local-path'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Disclosure } from '@/components/ui/disclosure'
import { WhereField } from '@/components/where/where-field'
import { fees, kinds, slugOf } from '@/lib/open-data/vocabulary'
import { type PageSearch, pageParams } from '@/lib/search/page-address'
import type { PlaceKind } from '@/prisma/client/enums'
import { HiddenParams } from './hidden-params'
import styles from './search-panels.module.css'
import { WhenFilter, whenFields } from './when-filter'

const kindOrder: readonly PlaceKind[] = ['FRANCE_SERVICES', 'MEDIATION', 'TIERS_LIEU', 'FABRIQUE']
const kindSlug = (kind: PlaceKind) => slugOf(kinds[kind])
const free = slugOf(fees.FREE)

/** "Changer de ville" and "Filtrer": two forms that keep what the other asked. */
export function SearchPanels({ asked }: { asked: PageSearch }) {
  const t = useTranslations('lieux')
  const need = useTranslations('need')
  const to = useLocalPath()
  const { search, place } = asked
  const params = pageParams(asked)
  const count = search.services.length + search.kinds.length + search.openingTimes.length + (search.openAt ? 1 : 0) + search.fees.length
  const position = ['lieu', 'lat', 'lon', 'rayon', 'tri']
  const rest = new URLSearchParams([...params].filter(([name]) => !position.includes(name) && name !== 'page'))
  return (
    <div className={styles.panels}>
      {search.near && (
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
        <FilterForm asked={asked} params={params} />
      </Disclosure>
    </div>
  )
}

function FilterForm({ asked, params }: { asked: PageSearch; params: URLSearchParams }) {
  const { search } = asked
  const t = useTranslations('lieux')
  const to = useLocalPath()
  const need = useTranslations('needs')
  return (
    <form action={to('/lieux')}>
      <HiddenParams params={params} except={['services', 'types', 'frais', ...whenFields]} />
      {search.fees
        .filter((fee) => fee !== 'FREE')
        .map((fee) => (
          <input key={fee} type="hidden" name="frais" value={slugOf(fees[fee])} />
        ))}
      <CheckboxGroup
        label={t('need')}
        name="services"
        columns
        choices={needs.map(({ service }) => ({ value: serviceSlug(service), label: need(`${service}.name`) }))}
        defaultValues={search.services.map(serviceSlug)}
      />
      <CheckboxGroup
        label={t('kind')}
        name="types"
        columns
        choices={kindOrder.map((kind) => ({ value: kindSlug(kind), label: <KindTag kind={kind} /> }))}
        defaultValues={search.kinds.map(kindSlug)}
      />
      <div className={styles.practical}>
        <WhenFilter asked={asked} />
        <CheckboxGroup
          label={t('cost')}
          name="frais"
          choices={[{ value: free, label: t('free') }]}
          defaultValues={search.fees.includes('FREE') ? [free] : []}
        />
      </div>
      <Button>{t('apply')}</Button>
    </form>
  )
}
