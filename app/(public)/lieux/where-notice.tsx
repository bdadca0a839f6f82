import { useLocale, useTranslations } from 'next-intl'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { ofPlace } from '@/lib/i18n/french-preposition'
import type { Search } from '@/lib/search/schema'
import { communeLabel, type Where } from '@/lib/search/where'
import type { NamedDepartment } from '@/lib/territory/department-request'
import type { CommuneMatch } from '@/lib/territory/queries'
import styles from './where-notice.module.css'

interface Props {
  place: string
  where: Where
  hrefOf: HrefOf
}

/** The address of the same search elsewhere: in a territory, or around a position under this name. */
export type HrefOf = (
  territory: Partial<Pick<Search, 'near' | 'communeCodes' | 'departmentCodes'>>,
  place: string | null,
) => string

/** A postcode may be that of 46 communes: the places come first. */
const shownAtOnce = 5

/** What was understood of the place that was typed, where there is something to say or to ask. */
export function WhereNotice({ place, where, hrefOf }: Props) {
  const t = useTranslations('lieux')
  const locale = useLocale()
  if (where.kind === 'department') return null
  if (where.kind === 'address') return <Notice>{t('addressUnderstood', { place: where.address.label })}</Notice>
  if (where.kind === 'ambiguous') return <WhichOne place={place} where={where} hrefOf={hrefOf} />
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
          <Choices communes={others} departments={[]} hrefOf={hrefOf} />
        </Disclosure>
      )}
      {others.length > 0 && others.length <= shownAtOnce && (
        <>
          <p>{t('otherCommunes')}</p>
          <Choices communes={others} departments={[]} hrefOf={hrefOf} />
        </>
      )}
    </Notice>
  )
}

function WhichOne({ place, where, hrefOf }: Props & { where: Extract<Where, { kind: 'ambiguous' }> }) {
  const t = useTranslations('lieux')
  const { communes, departments, isNamesake } = where
  const title =
    departments.length === 0
      ? t('ambiguousTitle', { place: communes[0]?.formerName ?? communes[0]?.name ?? place })
      : t('ambiguousTerritory', { place, count: communes.length })
  return (
    <Notice tone="warning" title={isNamesake ? title : t('didYouMean', { place })}>
      {isNamesake && <p>{t('whichOne')}</p>}
      <Choices communes={communes} departments={departments} hrefOf={hrefOf} />
    </Notice>
  )
}

interface ChoicesProps {
  communes: readonly CommuneMatch[]
  departments: readonly NamedDepartment[]
  hrefOf: HrefOf
}

function Choices({ communes, departments, hrefOf }: ChoicesProps) {
  const t = useTranslations('lieux')
  return (
    <ul className={styles.communes}>
      {departments.map(({ code, name }) => (
        <li key={code}>
          <LocalLink href={hrefOf({ departmentCodes: [code] }, null)}>{t('wholeDepartment', { name, code })}</LocalLink>
        </li>
      ))}
      {communes.map((commune) => (
        <li key={commune.code}>
          <LocalLink href={addressAround(commune, hrefOf)}>
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

/** Around another commune: by its position, which homonyms do not share. */
function addressAround(commune: CommuneMatch, hrefOf: HrefOf): string {
  const { latitude, longitude } = commune
  if (latitude === null || longitude === null) return hrefOf({ communeCodes: [commune.code] }, null)
  return hrefOf({ near: { latitude, longitude } }, communeLabel(commune))
}
