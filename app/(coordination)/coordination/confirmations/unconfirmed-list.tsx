import { useFormatter, useTranslations } from 'next-intl'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { UnconfirmedPlace } from '@/lib/freshness/queries'
import { spokenPhone } from '@/lib/places/spoken-phone'
import { confirmListingAction } from './actions'
import styles from './confirmations.module.css'

/** The listings that nobody confirms: why, since when, how to ask, and "la fiche est juste". */
export function UnconfirmedList({ places }: { places: readonly UnconfirmedPlace[] }) {
  const t = useTranslations('coordination.freshness')
  const format = useFormatter()
  return (
    <ul className={styles.list}>
      {places.map((place) => {
        const { id, version, name, communeName, reason, email, messages, phone, confirmedOn } = place
        const titleId = `fiche-${id}`
        const since = format.dateTime(new Date(confirmedOn), { dateStyle: 'long', timeZone: 'UTC' })
        return (
          <li key={id} className={styles.item}>
            <div>
              <h2 id={titleId}>
                <a href={`/coordination/lieux/${id}`}>{name}</a>, {communeName}
              </h2>
              <p>
                <strong>{t(`reason.${reason}`, { email: email ?? '', messages })}</strong>
                {' · '}
                {t('columns.since')}
                {'\u00a0: '}
                {since}
              </p>
              {phone && (
                <p>
                  <a href={`tel:${phone}`}>{spokenPhone(phone)}</a>
                </p>
              )}
            </div>
            <OneButtonForm
              action={confirmListingAction}
              to={{ id, version }}
              title={t('refused')}
              outcomeId={`confirmer-${id}`}
              variant="secondary"
              aria-describedby={titleId}
            >
              {t(reason === 'held' ? 'confirmHeld' : 'confirm')}
            </OneButtonForm>
          </li>
        )
      })}
    </ul>
  )
}
