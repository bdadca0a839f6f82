import { useFormatter, useTranslations } from 'next-intl'
import { needs } from '@/components/place/needs'
import { Icon } from '@/components/ui/icon'
import type { PublishedPlace } from '@/lib/places/queries'
import styles from './place.module.css'

type Line = PublishedPlace['services'][number]

/** What the place helps with, in the words and the order of the needs. */
export function Services({ place }: { place: PublishedPlace }) {
  const t = useTranslations('place')
  const lines = needs.flatMap(({ service, icon }) => {
    const line = place.services.find((each) => each.service === service)
    return line ? [{ line, icon }] : []
  })
  return (
    <section>
      <h2>{t('servicesTitle')}</h2>
      {lines.length === 0 && <p>{t('noServices')}</p>}
      <ul className={styles.services}>
        {lines.map(({ line, icon }) => (
          <li key={line.service}>
            <span className={styles.serviceIcon}>
              <Icon name={icon} />
            </span>
            <ServiceLine line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ServiceLine({ line }: { line: Line }) {
  const t = useTranslations()
  const format = useFormatter()
  const levels = format.list(line.levels.map((level) => t(`levels.${level}`)))
  const audiences = format.list(line.audiences.map((audience) => t(`audiences.${audience}`)))
  const details = [
    ...line.supportModes.map((mode) => t(`supportModes.${mode}`)),
    levels && t('place.level', { levels }),
    audiences && t('place.for', { audiences }),
    ...line.fees.map((fee) => t(`fees.${fee}`)),
  ].filter(Boolean)
  return (
    <div>
      <h3 className={styles.serviceName}>{t(`needs.${line.service}.name`)}</h3>
      {details.length > 0 && <p className={styles.details}>{details.join(' · ')}</p>}
      {line.note && (
        <p lang="fr" className={styles.details}>
          {line.note}
        </p>
      )}
      {line.bookingUrl && (
        <a className={styles.link} href={line.bookingUrl} rel="nofollow">
          {t('place.book')}
        </a>
      )}
    </div>
  )
}
