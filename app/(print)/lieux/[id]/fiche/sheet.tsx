import { useFormatter, useTranslations } from 'next-intl'
import { KindTag } from '@/components/place/kind-tag'
import { needs } from '@/components/place/needs'
import { cutText } from '@/lib/places/cut-text'
import type { QrCode } from '@/lib/places/qr-code'
import type { PublishedPlace } from '@/lib/places/queries'
import type { Sketch, Town } from '@/lib/places/sketch/sketch'
import { spokenPhone } from '@/lib/places/spoken-phone'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { Hours } from './hours'
import styles from './sheet.module.css'
import { SketchMap } from './sketch-map'

interface Props {
  place: PublishedPlace
  isLarge: boolean
  url: string
  code: QrCode
  sketch: Sketch
  /** Where the town itself stands, where that is known */
  centre: Town | null
  at: Date
}

/** What stays true on paper for some weeks. Lengths are cut so that it always fits on one page. */
export function Sheet({ place, isLarge, url, code, sketch, centre, at }: Props) {
  const t = useTranslations('sheet')
  const format = useFormatter()
  const { address, addressComplement, postcode, commune, phone } = place
  const name = cutText(place.name, 90)
  const street = cutText([address, addressComplement].filter(Boolean).join(', '), 110)
  const { facts, areCut } = useFacts(place)
  const isCut = name.isCut || street.isCut || areCut || isLarge
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeZone: timeZoneOf(commune.departmentCode) })
  return (
    <article className={isLarge ? `${styles.sheet} ${styles.large}` : styles.sheet}>
      <header>
        <p className={styles.kind}>
          <KindTag kind={place.kind} />
        </p>
        <h1 lang="fr">{name.text}</h1>
        {place.isDemo && <p className={styles.demo}>{t('demo')}</p>}
      </header>
      <div className={styles.columns}>
        <div>
          {phone && (
            <p className={styles.phone}>
              {t('phone')} <strong>{spokenPhone(phone)}</strong>
            </p>
          )}
          <h2>{t('address')}</h2>
          <p lang="fr">
            {street.text}
            <br />
            {postcode} {commune.name}
          </p>
          {place.itinerancy.includes('ITINERANT') && <p>{t('itinerant')}</p>}
          <Hours place={place} at={at} />
        </div>
        {!isLarge && <SketchMap place={place} sketch={sketch} centre={centre} />}
      </div>
      {!isLarge &&
        facts.map(({ title, text }) => (
          <section key={title} className={styles.fact}>
            <h2>{title}</h2>
            <p>{text}</p>
          </section>
        ))}
      <footer className={styles.foot}>
        <svg className={styles.code} viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={t('code')}>
          <path className={styles.codePaper} d={`M0 0h${code.size}v${code.size}H0z`} />
          <path d={code.path} shapeRendering="crispEdges" />
        </svg>
        <div>
          {isCut && <p>{t('more')}</p>}
          <p className={styles.url}>{url}</p>
          <p>
            {place.verifiedAt ? t('verified', { date: day(place.verifiedAt) }) : t('notVerified')}{' '}
            {t('printed', { date: day(at) })}
          </p>
        </div>
      </footer>
    </article>
  )
}

/** What it helps with, for whom and at what price, each on one line or two. */
function useFacts(place: PublishedPlace) {
  const t = useTranslations()
  const offered = needs.filter(({ service }) => place.services.some((line) => line.service === service))
  const lines: [string, string[], number][] = [
    [t('place.servicesTitle'), offered.map(({ service }) => t(`needs.${service}.name`)), 330],
    [t('place.costTitle'), place.fees.map((fee) => t(`fees.${fee}`)), 100],
    [t('place.accessTitle'), place.accessModes.map((mode) => t(`accessModes.${mode}`)), 130],
    [t('place.audienceTitle'), place.audiences.map((audience) => t(`audiences.${audience}`)), 100],
    [t('place.careTitle'), place.specialCare.map((care) => t(`specialCare.${care}`)), 190],
  ]
  const facts = lines
    .filter(([, values]) => values.length > 0)
    .map(([title, values, max]) => ({ title, ...cutText(values.join(' · '), max) }))
  return { facts, areCut: facts.some(({ isCut }) => isCut) }
}
