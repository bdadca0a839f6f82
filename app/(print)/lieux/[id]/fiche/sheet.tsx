import { useFormatter, useTranslations } from 'next-intl'
import { KindTag } from '@/components/place/kind-tag'
import { needs } from '@/components/place/needs'
import { cutText } from '@/lib/places/cut-text'
import type { PublishedPlace } from '@/lib/places/queries'
import type { Sketch, Town } from '@/lib/places/sketch/sketch'
import { spokenPhone } from '@/lib/places/spoken-phone'
import type { QrCode } from '@/lib/qr-code'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { Hours } from '../../../hours'
import { QrPicture } from '../../../qr-picture'
import styles from '../../../sheet.module.css'
import { SketchMap } from '../../../sketch-map'

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
  const street = cutText([address, addressComplement].filter(Boolean).join(', '), 100)
  const [care, ...facts] = useFacts(place)
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeZone: timeZoneOf(commune.departmentCode) })
  return (
    <article className={isLarge ? `${styles.sheet} ${styles.large}` : styles.sheet}>
      <header>
        <p className={styles.kind}>
          <KindTag kind={place.kind} />
        </p>
        <h1 lang="fr">{cutText(place.name, 70)}</h1>
        {place.isDemo && <p className={styles.demo}>{t('demo')}</p>}
      </header>
      <div className={styles.body}>
        <div className={styles.columns}>
          <div>
            {phone && (
              <p className={styles.phone}>
                {t('phone')} <strong>{spokenPhone(phone)}</strong>
              </p>
            )}
            <h2>{t('address')}</h2>
            <p lang="fr">
              {street}
              <br />
              {postcode} {commune.name}
            </p>
            {place.itinerancy.includes('ITINERANT') && <p>{t('itinerant')}</p>}
            <Hours place={place} at={at} />
            {!isLarge && care && <Fact {...care} />}
          </div>
          {!isLarge && (
            <div>
              <SketchMap place={place} sketch={sketch} centre={centre} />
              {facts.map((fact) => fact && <Fact key={fact.title} {...fact} />)}
            </div>
          )}
        </div>
      </div>
      <footer className={styles.foot}>
        <QrPicture code={code} label={t('code')} />
        <div>
          <p>{t('more')}</p>
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

function Fact({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  )
}

/** What it helps with, for whom and at what price; null where nothing is known. */
function useFacts(place: PublishedPlace) {
  const t = useTranslations()
  const offered = needs.filter(({ service }) => place.services.some((line) => line.service === service))
  const fact = (title: string, values: readonly string[], max: number) =>
    values.length > 0 ? { title, text: cutText(values.join(' · '), max) } : null
  return [
    fact(
      t('place.careTitle'),
      place.specialCare.map((care) => t(`specialCare.${care}`)),
      130,
    ),
    fact(
      t('place.servicesTitle'),
      offered.map(({ service }) => t(`needs.${service}.name`)),
      330,
    ),
    fact(
      t('place.costTitle'),
      place.fees.map((fee) => t(`fees.${fee}`)),
      80,
    ),
    fact(
      t('place.accessTitle'),
      place.accessModes.map((mode) => t(`accessModes.${mode}`)),
      110,
    ),
    fact(
      t('place.audienceTitle'),
      place.audiences.map((audience) => t(`audiences.${audience}`)),
      80,
    ),
  ]
}
