import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PublishedPlace } from '@/lib/places/queries'
import { saysItTakesReferrals } from '@/lib/referrals/taking'
import { Contact } from './contact'
import styles from './place.module.css'

const languages = ['ENGLISH', 'OTHER_LANGUAGES'] as const

/** What it costs, how to be received, for whom, and how to get in touch. */
export function Practical({ place }: { place: PublishedPlace }) {
  const t = useTranslations()
  const { fees, accessModes, supportModes, audiences, programmes, labels, otherLabels } = place
  const spoken = languages.filter((language) => place.specialCare.includes(language))
  const care = place.specialCare.filter((each) => !spoken.some((language) => language === each))
  const isTaking = saysItTakesReferrals(place)
  // The sentence below says it better.
  const ways = isTaking ? accessModes.filter((mode) => mode !== 'REFERRAL_FORM_BY_EMAIL') : accessModes
  return (
    <>
      <section>
        <h2>{t('place.costTitle')}</h2>
        {fees.length > 0 ? <List items={fees.map((fee) => t(`fees.${fee}`))} /> : <p>{t('place.noCost')}</p>}
      </section>
      <Part title={t('place.accessTitle')} items={ways.map((mode) => t(`accessModes.${mode}`))}>
        {place.bookingUrl && (
          <a className={styles.link} href={place.bookingUrl} rel="nofollow">
            {t('place.book')}
          </a>
        )}
        {isTaking && <p>{t('place.takesReferrals')}</p>}
      </Part>
      <Part title={t('place.supportTitle')} items={supportModes.map((mode) => t(`supportModes.${mode}`))} />
      <section>
        <h2>{t('place.audienceTitle')}</h2>
        {audiences.length > 0 && <List items={audiences.map((audience) => t(`audiences.${audience}`))} />}
        {audiences.length === 0 && <p>{t('place.everybody')}</p>}
      </section>
      <Part
        title={t('place.languagesTitle')}
        items={spoken.length > 0 ? [t('place.french'), ...spoken.map((language) => t(`place.${language}`))] : []}
      />
      <Part title={t('place.careTitle')} items={care.map((each) => t(`specialCare.${each}`))}>
        {place.accessibilityUrl && (
          <a className={styles.link} href={place.accessibilityUrl} rel="nofollow">
            {t('place.accessibilitySheet')}
          </a>
        )}
      </Part>
      <Part title={t('place.programmesTitle')} items={programmes.map((each) => t(`programmesExplained.${each}`))} />
      <Part title={t('place.labelsTitle')} items={labels.map((label) => t(`labels.${label}`))}>
        {otherLabels.length > 0 && <List items={otherLabels} lang="fr" />}
      </Part>
      <Part title={t('place.aboutTitle')} items={[]}>
        {place.summary && <p lang="fr">{place.summary}</p>}
        {place.description && (
          <p lang="fr" className={styles.prose}>
            {place.description}
          </p>
        )}
        {place.parentStructure && <p>{t('place.parent', { name: place.parentStructure })}</p>}
      </Part>
      <Contact place={place} />
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

/** What a coordinator typed is in French, whatever the language of the page. */
function List({ items, lang }: { items: readonly string[]; lang?: 'fr' }) {
  return (
    <ul className={styles.list} lang={lang}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
