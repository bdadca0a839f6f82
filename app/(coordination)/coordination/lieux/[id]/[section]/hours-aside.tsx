import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { localDay } from '@/lib/hours/zone-clock'
import { listClosures } from '@/lib/places/closures/queries'
import type { StoredPlace } from '@/lib/places/editable-place'
import { timeZoneOf } from '@/lib/territory/time-zone'
import styles from '../../place-form/place-form.module.css'
import { ClosuresPanel } from '../closures-panel'
import { readHoursPreview } from '../hours-preview'

/** How the saved hours are understood, and the exceptional closures to come. */
export async function HoursAside({ place, mayEdit }: { place: StoredPlace; mayEdit: boolean }) {
  const t = await getTranslations('coordination.place')
  const { departmentCode } = place.commune
  const preview = readHoursPreview(place.openingHours, departmentCode)
  const today = localDay(timeZoneOf(departmentCode), new Date())
  return (
    <>
      {preview === 'unreadable' && (
        <Notice tone="warning">
          <p>{t('hoursUnreadable')}</p>
        </Notice>
      )}
      {preview && preview !== 'unreadable' && (
        <div className={styles.preview}>
          <p>{t('hoursUnderstood')}</p>
          <ul>
            {preview.map((day) => (
              <li key={day}>{day}</li>
            ))}
          </ul>
        </div>
      )}
      {mayEdit && <ClosuresPanel placeId={place.id} closures={await listClosures(place.id, today)} today={today} />}
    </>
  )
}
