import { useFormatter, useTranslations } from 'next-intl'
import type { PublishedPlace } from '@/lib/places/queries'
import { qrCode } from '@/lib/qr-code'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { QrPicture } from '../qr-picture'
import styles from '../sheet.module.css'

interface Props {
  at: Date
  /** Of the page of the only place; several have each their own code */
  url: string | null
  place: Pick<PublishedPlace, 'commune'> | undefined
}

/** How to learn more, and how old this paper is. */
export function Foot({ at, url, place }: Props) {
  const t = useTranslations('sheet')
  const visit = useTranslations('visit')
  const timeZone = timeZoneOf(place?.commune.departmentCode ?? '')
  const date = useFormatter().dateTime(at, { dateStyle: 'long', timeZone })
  return (
    <footer className={styles.foot}>
      {url && <QrPicture code={qrCode(url)} label={t('code')} />}
      <div>
        <p>{url ? t('more') : visit('codes')}</p>
        {url && <p className={styles.url}>{url}</p>}
        <p>
          {!url && t('checkHours')} {t('printed', { date })}
        </p>
      </div>
    </footer>
  )
}
