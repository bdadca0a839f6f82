import { useFormatter, useTranslations } from 'next-intl'
import { RefreshOften } from '@/components/ui/refresh-often'
import type { SweepState } from '@/lib/duplicates/sweep/queries'
import styles from './doublons.module.css'

/** How far the comparison of all places is, or what the last one found. */
export function SweepStatus({ sweep: { state, progress, last } }: { sweep: SweepState }) {
  const t = useTranslations('coordination.duplicates')
  const format = useFormatter()
  return (
    <div className={styles.status}>
      <p role="status">{state === 'IDLE' ? t(last ? 'sweepIdle' : 'sweepNever') : t(`sweepState.${state}`)}</p>
      {state === 'RUNNING' && <progress value={progress} aria-label={t('sweepProgress')} />}
      {state !== 'IDLE' && (
        <p>
          <a href="/coordination/doublons">{t('sweepLook')}</a>
          <RefreshOften />
        </p>
      )}
      {state === 'IDLE' && last && (
        <p>
          {t('sweepLast', {
            date: format.dateTime(last.finishedAt, { dateStyle: 'long', timeStyle: 'short' }),
            places: last.places,
            added: last.added,
          })}
        </p>
      )}
    </div>
  )
}
