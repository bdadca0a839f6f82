import { useTranslations } from 'next-intl'
import { KindTag } from '@/components/place/kind-tag'
import { cutText } from '@/lib/places/cut-text'
import type { PublishedPlace } from '@/lib/places/queries'
import { sketchOf, type Town } from '@/lib/places/sketch/sketch'
import { spokenPhone } from '@/lib/places/spoken-phone'
import { qrCode } from '@/lib/qr-code'
import { Hours } from '../hours'
import { QrPicture } from '../qr-picture'
import styles from '../sheet.module.css'
import { SketchMap, useWhere } from '../sketch-map'
import visit from './visit.module.css'

interface Props {
  place: PublishedPlace
  /** Its rank among several; null when it has the page for itself, and room for a map */
  number: number | null
  url: string
  towns: readonly Town[]
  at: Date
}

/** Where one is to go: its name, telephone, address, hours and way. */
export function PlaceBlock({ place, number, url, towns, at }: Props) {
  const t = useTranslations()
  const isOne = number === null
  const centre = towns.find(({ code }) => code === place.communeCode) ?? null
  const where = useWhere(place, centre)
  const isExact = place.precision === 'SURVEYED' || place.precision === 'ADDRESS'
  const { address, addressComplement, postcode, commune, phone } = place
  const street = cutText([address, addressComplement].filter(Boolean).join(', '), isOne ? 90 : 70)
  return (
    <section className={isOne ? visit.onlyPlace : visit.place}>
      <div>
        <p className={`${styles.kind} ${visit.kindLine}`}>
          <KindTag kind={place.kind} />
        </p>
        <h2 className={visit.name}>
          {!isOne && `${number}. `}
          <span lang="fr">{cutText(place.name, isOne ? 70 : 50)}</span>
        </h2>
        {place.isDemo && <p className={styles.demo}>{t('sheet.demo')}</p>}
        <div className={isOne ? undefined : visit.besideCode}>
          <div>
            {phone && (
              <p>
                <span className="visually-hidden">{t('sheet.phone')}</span>
                <strong className={visit.phone}>{spokenPhone(phone)}</strong>
              </p>
            )}
            <p lang="fr">
              {street}
              <br />
              {postcode} {commune.name}
            </p>
          </div>
          {!isOne && <QrPicture code={qrCode(url)} label={t('sheet.code')} />}
        </div>
        {!isOne && <p className={styles.small}>{isExact ? where : t('visit.roughly')}</p>}
        {place.itinerancy.includes('ITINERANT') && <p>{t('sheet.itinerant')}</p>}
        {!isOne && <Hours place={place} at={at} isShort />}
      </div>
      {isOne && (
        <>
          <div>
            <SketchMap place={place} sketch={sketchOf(place, towns)} centre={centre} />
          </div>
          <div className={visit.wide}>
            <Hours place={place} at={at} />
          </div>
        </>
      )}
    </section>
  )
}
