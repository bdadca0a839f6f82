import { useTranslations } from 'next-intl'
import { LocalLink } from '@/components/site/local-link'
import { Notice } from '@/components/ui/notice'
import { type PageSearch, pageAddress } from '@/lib/search/page-address'
import { communeLabel, type Where } from '@/lib/search/where'
import type { CommuneMatch } from '@/lib/territory/queries'
import styles from './where-notice.module.css'

interface Props {
  place: string
  where: Where
  asked: PageSearch
}

/** What was understood of the place that was typed, where there is something to say or to ask. */
export function WhereNotice({ place, where, asked }: Props) {
  const t = useTranslations('lieux')
  if (where.kind === 'unknown') {
    return (
      <Notice tone="warning" title={t('unknownPlace', { place })}>
        <p>{t('unknownPlaceText')}</p>
      </Notice>
    )
  }
  if (where.kind === 'ambiguous') {
    const isHomonym = new Set(where.communes.map(({ name, formerName }) => formerName ?? name)).size === 1
    return (
      <Notice tone="warning" title={isHomonym ? t('ambiguousTitle', { place }) : t('didYouMean', { place })}>
        {isHomonym && <p>{t('whichOne')}</p>}
        <Communes communes={where.communes} asked={asked} />
      </Notice>
    )
  }
  const { commune, others, isGuess } = where
  if (!isGuess && others.length === 0 && commune.latitude !== null) return null
  return (
    <Notice>
      {isGuess && <p>{t('guess', { place: communeLabel(commune) })}</p>}
      {commune.latitude === null && <p>{t('noPositionOfCommune')}</p>}
      {others.length > 0 && (
        <>
          <p>{t('otherCommunes')}</p>
          <Communes communes={others} asked={asked} />
        </>
      )}
    </Notice>
  )
}

function Communes({ communes, asked }: { communes: readonly CommuneMatch[]; asked: PageSearch }) {
  const t = useTranslations('lieux')
  return (
    <ul className={styles.communes}>
      {communes.map((commune) => (
        <li key={commune.code}>
          <LocalLink href={addressAround(commune, asked)}>
            {commune.name}{' '}
            <span>{t('inDepartmentNamed', { name: commune.departmentName, code: commune.departmentCode })}</span>
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}

/** The same search around another commune: by its position, which homonyms do not share. */
function addressAround(commune: CommuneMatch, asked: PageSearch): string {
  const { latitude, longitude } = commune
  const isPlaced = latitude !== null && longitude !== null
  const near = isPlaced ? { latitude, longitude } : null
  const communeCodes = isPlaced ? [] : [commune.code]
  return pageAddress({
    search: { ...asked.search, near, communeCodes, page: 1, sort: isPlaced ? 'DISTANCE' : 'NAME' },
    place: isPlaced ? communeLabel(commune) : null,
    isPositionFromPlace: false,
  })
}
