import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LazyPositionPicker } from '@/components/map/lazy-position-picker'
import type { LatLon, Tiles } from '@/components/map/map-props'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { precisions } from '@/lib/places/words'
import type { FormFields } from './form-fields'
import styles from './place-form.module.css'

/** Where France is looked at from when a place has no position yet. */
const middleOfFrance: LatLon = [46.6, 2.4]

/** The position: found from the address, moved on the map, or typed. */
export function PositionFields({ fields, tiles }: { fields: FormFields; tiles: Tiles }) {
  const t = useTranslations('coordination')
  const [latitude, setLatitude] = useState(fields.text('latitude'))
  const [longitude, setLongitude] = useState(fields.text('longitude'))
  const [isMoved, setIsMoved] = useState(false)
  const [isMapOpen, setIsMapOpen] = useState(false)
  const position = positionOf(latitude, longitude)

  function move([newLatitude, newLongitude]: LatLon) {
    setLatitude(String(newLatitude))
    setLongitude(String(newLongitude))
    setIsMoved(true)
  }

  return (
    <fieldset className={styles.position}>
      <legend>{t('place.position')}</legend>
      <p>{t('hints.position')}</p>
      <div className={styles.buttons}>
        <Button name="intent" value="locate" variant="secondary">
          {t('place.locate')}
        </Button>
        <Button type="button" variant="secondary" aria-expanded={isMapOpen} onClick={() => setIsMapOpen(!isMapOpen)}>
          {t(isMapOpen ? 'place.closeMap' : 'place.openMap')}
        </Button>
      </div>
      {isMapOpen && (
        <LazyPositionPicker
          tiles={tiles}
          text={{
            label: t('map.label'),
            point: t('map.point'),
            zoomIn: t('map.zoomIn'),
            zoomOut: t('map.zoomOut'),
            tilesFailed: t('map.tilesFailed'),
          }}
          position={position ?? middleOfFrance}
          onMove={move}
        />
      )}
      <div className={styles.pair}>
        <TextInput
          name="latitude"
          label={t('fields.latitude')}
          error={fields.error('latitude')}
          value={latitude}
          onChange={(event) => setLatitude(event.target.value)}
          autoComplete="off"
        />
        <TextInput
          name="longitude"
          label={t('fields.longitude')}
          error={fields.error('longitude')}
          value={longitude}
          onChange={(event) => setLongitude(event.target.value)}
          autoComplete="off"
        />
      </div>
      <Select
        name="precision"
        label={t('fields.precision')}
        error={fields.error('precision')}
        placeholder={t('place.choose')}
        options={Object.entries(precisions).map(([value, label]) => ({ value, label }))}
        // A list that React holds is emptied with the form: a fresh one is made when the point moves.
        key={isMoved ? 'moved' : 'given'}
        defaultValue={isMoved ? 'SURVEYED' : fields.text('precision')}
      />
    </fieldset>
  )
}

function positionOf(latitude: string, longitude: string): LatLon | null {
  const [lat, lon] = [latitude, longitude].map((text) => Number.parseFloat(text.replace(',', '.')))
  if (lat === undefined || lon === undefined || Number.isNaN(lat) || Number.isNaN(lon)) return null
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? [lat, lon] : null
}
