import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { hasTerritory, mayCreateSomewhere } from '@/lib/accounts/territory'
import { countPairsFor } from '@/lib/duplicates/queries'
import { countPlacesFor } from '@/lib/places/back-office/queries'
import { countOpenReportsFor } from '@/lib/reports/queries'
import { requireUser } from '../require-user'
import styles from './dashboard.module.css'

const gaps = { hours: 'horaires', services: 'services', position: 'position' } as const
const statuses = { PUBLISHED: 'publie', DRAFT: 'brouillon', ARCHIVED: 'archive' } as const

export default async function DashboardPage() {
  const user = await requireUser('/coordination')
  const t = await getTranslations('coordination')
  if (!hasTerritory(user)) {
    return (
      <Page width="text">
        <h1>{t('title')}</h1>
        <Notice title={t('noTerritoryTitle')}>
          <p>{t('noTerritory')}</p>
        </Notice>
      </Page>
    )
  }
  const [counts, reports, duplicates] = await Promise.all([
    countPlacesFor(user),
    countOpenReportsFor(user),
    countPairsFor(user),
  ])
  return (
    <Page>
      <h1>{t('hello', { name: user.name })}</h1>
      <ul className={styles.territories}>
        {user.memberships.map((membership) => (
          <li key={`${membership.role} ${membership.hubId} ${membership.placeId}`}>
            <strong>{t(`roles.${membership.role}`)}</strong>
            {membership.hubSlug && (
              <>
                {' · '}
                <a href={`/hubs/${membership.hubSlug}`}>{membership.hubName}</a>
                {' · '}
                {t('departments', { codes: membership.departmentCodes.join(', ') })}
              </>
            )}
          </li>
        ))}
      </ul>
      <section aria-labelledby="statuts">
        <h2 id="statuts">{t('yourPlaces')}</h2>
        <ul className={styles.counts}>
          {Object.entries(statuses).map(([status, slug]) => (
            <li key={status}>
              <a href={`/coordination/lieux?statut=${slug}`}>
                <span className={styles.number}>{counts.byStatus[status as keyof typeof statuses]}</span>{' '}
                {t(`counted.${status as keyof typeof statuses}`, {
                  count: counts.byStatus[status as keyof typeof statuses],
                })}
              </a>
            </li>
          ))}
        </ul>
        {mayCreateSomewhere(user) && <ButtonLink href="/coordination/lieux/nouveau">{t('addPlace')}</ButtonLink>}
      </section>
      <section aria-labelledby="signalements">
        <h2 id="signalements">{t('reports.toRead')}</h2>
        <ul className={styles.counts}>
          <li>
            <a href="/coordination/signalements">
              <span className={styles.number}>{reports}</span> {t('reports.count', { count: reports })}
            </a>
          </li>
          <li>
            <a href="/coordination/doublons">
              <span className={styles.number}>{duplicates}</span> {t('duplicates.waiting', { count: duplicates })}
            </a>
          </li>
        </ul>
      </section>
      <section aria-labelledby="manques">
        <h2 id="manques">{t('toComplete')}</h2>
        <ul className={styles.counts}>
          {Object.entries(gaps).map(([gap, slug]) => (
            <li key={gap}>
              <a href={`/coordination/lieux?manque=${slug}`}>
                <span className={styles.number}>{counts.gaps[gap as keyof typeof gaps]}</span>{' '}
                {t(`gaps.${gap as keyof typeof gaps}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
