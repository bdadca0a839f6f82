import { useTranslations } from 'next-intl'
import type { Aim } from '@/lib/assessment/aims'
import styles from './outcome.module.css'

/** Where each domain of the national frame starts, and how far it is sensible to go. */
export function AimsTable({ aims }: { aims: readonly Aim[] }) {
  const t = useTranslations('orientation.outcome.aims')
  return (
    <section>
      <h2>{t('title')}</h2>
      <p>{t('text')}</p>
      <table className={styles.aims}>
        <thead>
          <tr>
            <th scope="col">{t('domain')}</th>
            <th scope="col">{t('start')}</th>
            <th scope="col">{t('aim')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {aims.map(({ domain, start, aim, reason }) => (
            <tr key={domain}>
              <th scope="row">{t(`domains.${domain}`)}</th>
              <td data-label={t('start')}>{start === null ? t('toSee') : t(`levels.${start}`)}</td>
              <td data-label={t('aim')}>{aim === null ? t('toSee') : t(`levels.${aim}`)}</td>
              <td>{t(`reasons.${reason}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
