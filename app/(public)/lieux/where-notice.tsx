import { useLocale, useTranslations } from 'next-intl'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { ofPlace } from '@/lib/i18n/french-preposition'
import { type PageSearch, pageAddress, pageNearSort } from '@/lib/search/page-address'
import type { Search } from '@/lib/search/schema'
import { communeLabel, type Where } from '@/lib/search/where'
import type { NamedDepartment } from '@/lib/territory/department-request'
import type { CommuneMatch } from '@/lib/territory/queries'
import styles from './where-notice.module.css'

interface Props {
  place: string
  where: Where
  asked: PageSearch
}

/** A postcode may be that of 46 communes: the places come first. */
const shownAtOnce = 5

/** What was understood of the place that was typed, where there is something to say or to ask. */
export function WhereNotice({ place, where, asked }: Props) {
  const t = useTranslations('lieux')
  const locale = useLocale()
  if (where.kind === 'department') return null
  if (where.kind === 'address') return <Notice>{t('addressUnderstood', { place: where.address.label })}</Notice>
  if (where.kind === 'ambiguous') return <WhichOne place={place} where={where} asked={asked} />
  if (where.kind === 'unknown') {
    return (
      <Notice tone="warning" title={t('unknownPlace', { place })}>
        <p>{t('unknownPlaceText')}</p>
      </Notice>
    )
  }
  if (where.kind === 'lostAddress') {
    return (
      <Notice tone="warning" title={t(where.isServiceDown ? 'addressDown' : 'addressUnknown', { place })}>
        <p>
          {where.commune
            ? t('addressCommune', { place: ofPlace(locale, communeLabel(where.commune)) })
            : t('addressNoCommune')}
        </p>
      </Notice>
    )
  }
  const { commune, others, isGuess } = where
  if (!isGuess && others.length === 0 && commune.latitude !== null && commune.formerName === null) return null
  return (
    <Notice>
      {isGuess && <p>{t('guess', { place: communeLabel(commune) })}</p>}
      {commune.formerName !== null && (
        <p>{t('merged', { former: commune.formerName, place: communeLabel(commune) })}</p>
      )}
      {commune.latitude === null && <p>{t('noPositionOfCommune')}</p>}
      {others.length > shownAtOnce && (
        <Disclosure summary={t('manyOtherCommunes', { count: others.length })}>
          <Choices communes={others} departments={[]} asked={asked} />
        </Disclosure>
      )}
      {others.length > 0 && others.length <= shownAtOnce && (
        <>
          <p>{t('otherCommunes')}</p>
          <Choices communes={others} departments={[]} asked={asked} />
        </>
      )}
    </Notice>
  )
}

function WhichOne({ place, where, asked }: Props & { where: Extract<Where, { kind: 'ambiguous' }> }) {
  const t = useTranslations('lieux')
  const { communes, departments, isNamesake } = where
  const title =
    departments.length === 0
      ? t('ambiguousTitle', { place: communes[0]?.formerName ?? communes[0]?.name ?? place })
      : t('ambiguousTerritory', { place, count: communes.length })
  return (
    <Notice tone="warning" title={isNamesake ? title : t('didYouMean', { place })}>
      {isNamesake && <p>{t('whichOne')}</p>}
      <Choices communes={communes} departments={departments} asked={asked} />
    </Notice>
  )
}

interface ChoicesProps {
  communes: readonly CommuneMatch[]
  departments: readonly NamedDepartment[]
  asked: PageSearch
}

function Choices({ communes, departments, asked }: ChoicesProps) {
  const t = useTranslations('lieux')
  return (
    <ul className={styles.communes}>
      {departments.map(({ code, name }) => (
        <li key={code}>
          <LocalLink href={addressOf(asked, { departmentCodes: [code] }, null)}>
            {t('wholeDepartment', { name, code })}
          </LocalLink>
        </li>
      ))}
      {communes.map((commune) => (
        <li key={commune.code}>
          <LocalLink href={addressAround(commune, asked)}>
            <FrenchData>{commune.name}</FrenchData>{' '}
            <span>
              <FrenchData>
                {commune.postcodes.length === 1 && `${commune.postcodes[0]} · `}
                {t('inDepartmentNamed', { name: commune.departmentName, code: commune.departmentCode })}
              </FrenchData>
              {commune.formerName !== null && ` · ${t('formerly', { name: commune.formerName })}`}
            </span>
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}

/** The same search around another commune: by its position, which homonyms do not share. */
function addressAround(commune: CommuneMatch, asked: PageSearch): string {
  const { latitude, longitude } = commune
  if (latitude === null || longitude === null) return addressOf(asked, { communeCodes: [commune.code] }, null)
  return addressOf(asked, { near: { latitude, longitude }, sort: pageNearSort }, communeLabel(commune))
}

/** The same search elsewhere: its filters are kept. */
function addressOf(asked: PageSearch, territory: Partial<Search>, place: string | null): string {
  const nowhere: Partial<Search> = { near: null, radius: null, communeCodes: [], departmentCodes: [], sort: 'NAME' }
  const search: Search = { ...asked.search, ...nowhere, page: 1, ...territory }
  return pageAddress({ search, place, isPositionFromPlace: false })
}
