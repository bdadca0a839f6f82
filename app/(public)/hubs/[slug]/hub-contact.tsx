import { useTranslations } from 'next-intl'
import { FrenchData } from '@/components/site/french-data'
import { spokenPhone } from '@/lib/places/spoken-phone'
import styles from '../hubs.module.css'

interface Props {
  hub: {
    phone: string | null
    email: string | null
    website: string | null
    partners: readonly { name: string; website: string | null; isLead: boolean }[]
  }
}

/** How to reach the hub, and the organisations that make it. */
export function HubContact({ hub: { phone, email, website, partners } }: Props) {
  const t = useTranslations('hubs')
  return (
    <>
      {(phone || email || website) && (
        <section>
          <h2>{t('contact')}</h2>
          <ul className={styles.plain}>
            {phone && (
              <li>
                {t('phone')} <a href={`tel:${phone}`}>{spokenPhone(phone)}</a>
              </li>
            )}
            {email && (
              <li>
                {t('email')}{' '}
                <a href={`mailto:${email}`} dir="ltr">
                  {email}
                </a>
              </li>
            )}
            {website && (
              <li>
                {t('website')}{' '}
                <a href={website} dir="ltr">
                  {website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
                </a>
              </li>
            )}
          </ul>
        </section>
      )}
      {partners.length > 0 && (
        <section>
          <h2>{t('consortium')}</h2>
          <ul className={styles.plain}>
            {partners.map((partner) => (
              <li key={partner.name}>
                <FrenchData>{partner.website ? <a href={partner.website}>{partner.name}</a> : partner.name}</FrenchData>
                {partner.isLead && ` (${t('lead_partner')})`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
