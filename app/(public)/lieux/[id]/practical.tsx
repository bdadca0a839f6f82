import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PublishedPlace } from '@/lib/places/queries'
import { spokenPhone } from '@/lib/places/spoken-phone'
import styles from './place.module.css'

/** What it costs, how to be received, for whom, and how to get in touch. */
export function Practical({ place }: { place: PublishedPlace }) {
  const t = useTranslations()
  const { fees, accessModes, supportModes, audiences, specialCare, programmes, labels, otherLabels } = place
  return (
    <>
      <section>
        <h2>{t('place.costTitle')}</h2>
        {fees.length > 0 ? <List items={fees.map((fee) => t(`fees.${fee}`))} /> : <p>{t('place.noCost')}</p>}
      </section>
      <Part title={t('place.accessTitle')} items={accessModes.map((mode) => t(`accessModes.${mode}`))}>
        {place.bookingUrl && (
          <a className={styles.link} href={place.bookingUrl} rel="nofollow">
            {t('place.book')}
          </a>
        )}
      </Part>
      <Part title={t('place.supportTitle')} items={supportModes.map((mode) => t(`supportModes.${mode}`))} />
      <Part title={t('place.audienceTitle')} items={audiences.map((audience) => t(`audiences.${audience}`))} />
      <Part title={t('place.careTitle')} items={specialCare.map((care) => t(`specialCare.${care}`))}>
        {place.accessibilityUrl && (
          <a className={styles.link} href={place.accessibilityUrl} rel="nofollow">
            {t('place.accessibilitySheet')}
          </a>
        )}
      </Part>
      <Part title={t('place.aboutTitle')} items={[]}>
        {place.summary && <p>{place.summary}</p>}
        {place.description && <p className={styles.prose}>{place.description}</p>}
      </Part>
      <Contact place={place} />
      <Part
        title={t('place.programmesTitle')}
        items={[
          ...programmes.map((programme) => t(`programmes.${programme}`)),
          ...labels.map((label) => t(`labels.${label}`)),
          ...otherLabels,
        ]}
      />
    </>
  )
}

/** A part that is left out where nothing is known. */
function Part({ title, items, children }: { title: string; items: readonly string[]; children?: ReactNode }) {
  const hasChildren = Array.isArray(children) ? children.some(Boolean) : Boolean(children)
  if (items.length === 0 && !hasChildren) return null
  return (
    <section>
      <h2>{title}</h2>
      {items.length > 0 && <List items={items} />}
      {children}
    </section>
  )
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

function Contact({ place: { phone, emails, websites } }: { place: PublishedPlace }) {
  const t = useTranslations('place')
  if (!phone && emails.length === 0 && websites.length === 0) return null
  return (
    <section>
      <h2>{t('contactTitle')}</h2>
      <ul className={styles.links}>
        {phone && (
          <li>
            {t('phone')} <a href={`tel:${phone}`}>{spokenPhone(phone)}</a>
          </li>
        )}
        {emails.map((email) => (
          <li key={email}>
            {t('email')} <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
        {websites.map((website) => (
          <li key={website}>
            {t('website')}{' '}
            <a href={website} rel="nofollow">
              {website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
