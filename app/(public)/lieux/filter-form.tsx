import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { KindShape } from '@/components/place/kind-shape'
import { useLocalPath } from '@/components/site/local-path'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import type { FilterCounts } from '@/lib/search/counts/queries'
import { facetParameters, facetSlug, openNumber, timeNumbers } from '@/lib/search/facet-parameters'
import { accessibleFacet, type FacetCode, type FacetList, facetNumber } from '@/lib/search/facets'
import { type PageSearch, pageParams } from '@/lib/search/page-address'
import { parameters } from '@/lib/search/parameters'
import type { PlaceKind } from '@/prisma/client/enums'
import styles from './filter-form.module.css'
import { type AnyGroup, firstGroups, foldedGroups } from './filter-groups'
import { HiddenParams } from './hidden-params'
import { useNarrowingLabel } from './narrowing-chips'
import { WhenFilter, whenFields } from './when-filter'

interface Props {
  asked: PageSearch
  counts: FilterCounts
}

const accessible = { value: parameters.accessible.write(true), number: accessibleFacet }

/** Every filter with what each value would bring: the usual ones in sight, the others folded under their names. */
export function FilterForm({ asked, counts }: Props) {
  const { search } = asked
  const t = useTranslations('lieux')
  const title = useTranslations('filterGroups')
  const to = useLocalPath()
  const chosenIn = ({ list }: AnyGroup) => search[list].length + Number(list === 'specialCare' && search.isAccessible)
  return (
    <form action={to('/lieux')} className={styles.form}>
      <HiddenParams
        params={pageParams(asked)}
        except={[...Object.values(facetParameters), 'accessible', ...whenFields]}
      />
      <p className={styles.hint}>{t(Number.isFinite(counts.found.kilometres) ? 'countsNear' : 'countsAll')}</p>
      <WhenFilter asked={asked} counts={timeCounts(counts, search.openAt instanceof Date)} />
      {firstGroups.map((group) => (
        <Choices key={group.list} group={group} asked={asked} counts={counts} />
      ))}
      {foldedGroups.map((group) => (
        <details key={group.list} className={styles.folded} open={chosenIn(group) > 0}>
          <summary>
            {chosenIn(group) > 0
              ? t('withCount', { filter: title(group.list), count: chosenIn(group) })
              : title(group.list)}
          </summary>
          <Choices group={group} asked={asked} counts={counts} isTitled />
        </details>
      ))}
      <div className={styles.apply}>
        <Button>{t('apply')}</Button>
      </div>
    </form>
  )
}

interface ChoicesProps extends Props {
  group: AnyGroup
  /** The name of the group is in sight already */
  isTitled?: boolean
}

function Choices({ group, asked: { search }, counts, isTitled }: ChoicesProps) {
  const title = useTranslations('filterGroups')
  const choice = useChoice(counts)
  const { list } = group
  const codes: readonly FacetCode<FacetList>[] = group.codes
  const chosen: readonly FacetCode<FacetList>[] = search[list]
  const name = title(list)
  return (
    <>
      <CheckboxGroup
        label={isTitled ? <span className="visually-hidden">{name}</span> : name}
        name={facetParameters[list]}
        columns
        choices={codes.map((code) => choice(list, code, facetSlug(list, code), facetNumber(list, code)))}
        defaultValues={chosen.map((code) => facetSlug(list, code))}
      />
      {list === 'specialCare' && (
        <CheckboxGroup
          label={<span className="visually-hidden">{title('isAccessible')}</span>}
          name="accessible"
          choices={[choice('isAccessible', true, accessible.value, accessible.number)]}
          defaultValues={search.isAccessible ? [accessible.value] : []}
        />
      )}
    </>
  )
}

/** A value by its name and what it would bring; one that would bring nothing is told in softer ink. */
function useChoice(counts: FilterCounts) {
  const t = useTranslations('lieux')
  const nameOf = useNarrowingLabel()
  return (field: FacetList | 'isAccessible', code: unknown, value: string, number: number) => {
    const count = counts.of(number)
    const filter = nameOf({ field, value: code } as Parameters<typeof nameOf>[0])
    const label = t('withCount', { filter, count })
    const told = count === 0 ? <span className={styles.none}>{label}</span> : label
    return { value, label: field === 'kinds' ? <Shaped kind={code as PlaceKind}>{told}</Shaped> : told }
  }
}

function Shaped({ kind, children }: { kind: PlaceKind; children: ReactNode }) {
  return (
    <>
      <KindShape kind={kind} /> {children}
    </>
  )
}

function timeCounts({ of, hasHours }: FilterCounts, isOtherInstant: boolean): Record<string, number> {
  if (!hasHours) return {}
  const times = timeNumbers.map(({ time, number }) => [parameters.horaires.write(time), of(number)])
  return Object.fromEntries(isOtherInstant ? times : [['maintenant', of(openNumber)], ...times])
}
