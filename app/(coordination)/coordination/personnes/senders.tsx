import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import type { Sender } from '@/lib/organisations/queries'
import styles from './people.module.css'

/** The organisations that send people to the places of the territory, wherever they said that they are. */
export function Senders({ senders }: { senders: readonly Sender[] }) {
  const t = useTranslations('coordination.people.senders')
  return (
    <Disclosure summary={t('title')}>
      <p>{t('intro')}</p>
      <ul className={styles.pending}>
        {senders.map(({ id, name, siret, commune, sent }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong>
              {commune && ` · ${commune}`}
              {siret && ` · ${t('siret', { siret })}`}
            </p>
            <p>{t('sent', { count: sent })}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
