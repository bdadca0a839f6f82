import { useFormatter, useTranslations } from 'next-intl'
import { useLocalPath } from '@/components/site/local-path'
import { Notice } from '@/components/ui/notice'
import { roundedDistance } from '@/lib/places/rounded-distance'
import { type NarrowingField, narrowingsOf, withoutFilters } from '@/lib/search/narrowing'
import { type PageSearch, pageAddress } from '@/lib/search/page-address'
import type { WaysOut } from '@/lib/search/ways-out/queries'
import type { WayOut } from '@/lib/search/ways-out/ways-out'
import type { Found } from './find-places'
import { useNarrowingLabel } from './narrowing-chips'
import styles from './place-list.module.css'

interface Props {
  found: Found
  waysOut: WaysOut
  asked: PageSearch
}

/** Which filter is to blame, and what giving it up or going further would bring. */
export function WaysOutList({ found, waysOut, asked }: Props) {
  const t = useTranslations('lieux')
  const to = useLocalPath()
  const tell = useTold(found, asked)
  const { ways, wider, everything } = waysOut
  const kilometres = found.reached?.kilometres ?? 0
  const title = found.total === 0 ? t('emptyTitle') : t('emptyNear', { kilometres })
  const isLast = ways.length === 1 && ways[0]?.given.length === everything?.given.length
  const last = isLast || ways.some(({ total }) => total === everything?.total) ? null : everything
  if (ways.length + wider.length === 0 && !last) return found.total === 0 ? <Notice title={t('emptyNothing')} /> : null
  return (
    <Notice title={title}>
      {ways.length > 0 && <p>{t(ways[0]?.given.length === 1 ? 'emptyBlame' : 'emptyBlameMany')}</p>}
      <ul className={styles.ways}>
        {ways.map((way) => (
          <li key={way.given.join()}>
            <a href={to(addressWithout(asked, way.given))}>{tell(way)}</a>
          </li>
        ))}
        {wider.map(({ kilometres, total }) => (
          <li key={kilometres}>
            <a href={to(pageAddress({ ...asked, search: { ...asked.search, radius: kilometres, page: 1 } }))}>
              {t('wayFurther', { kilometres, total })}
            </a>
          </li>
        ))}
        {last && (
          <li>
            <a href={to(addressWithout(asked, last.given))}>{t('wayAll', { total: last.total })}</a>
          </li>
        )}
      </ul>
    </Notice>
  )
}

const territory: readonly NarrowingField[] = ['communeCodes', 'departmentCodes']

/** A territory that was typed as the place is given up with it. */
function addressWithout(asked: PageSearch, given: readonly NarrowingField[]): string {
  const place = given.some((field) => territory.includes(field)) ? null : asked.place
  return pageAddress({ ...asked, place, search: withoutFilters(asked.search, given) })
}

function useTold({ search }: Found, asked: PageSearch): (way: WayOut) => string {
  const t = useTranslations()
  const format = useFormatter()
  const label = useNarrowingLabel(asked.timeZone)
  return ({ given, total, nearest }) => {
    const named = narrowingsOf(search)
      .filter(({ field }) => given.includes(field) && !territory.includes(field))
      // Words come with their own marks.
      .map((one) => (one.field === 'words' ? label(one) : t('lieux.quoted', { text: label(one) })))
    const filters = given.some((field) => territory.includes(field)) ? [...named, t('lieux.territoryLimit')] : named
    const told = t('lieux.wayWithout', { filters: format.list(filters), total })
    if (nearest === null) return told
    const { unit, value } = roundedDistance(nearest)
    return t('lieux.wayNearest', { told, distance: t(`distance.${unit}`, { value }) })
  }
}
