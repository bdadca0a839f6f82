import 'server-only'
import { type FormValues, firstValue } from '@/lib/form-state'
import { geocode } from '@/lib/geocoding/geocoder'
import { communeOf } from '@/lib/places/commune-of'
import { findCommunes } from '@/lib/territory/queries'

/**
 * Finds what the form leaves to us: the commune's code from its name and postcode, and the position
 * when it is asked for or missing. What cannot be found stays empty, and the form says so.
 */
export async function completeAddress(values: FormValues): Promise<FormValues> {
  const [name, postcode] = [firstValue(values, 'commune').trim(), firstValue(values, 'postcode').trim()]
  const commune = name === '' ? null : communeOf(name, postcode, await findCommunes(`${name} ${postcode}`, 20))
  const completed = { ...values, communeCode: [commune?.code ?? ''] }
  const isPlaced = firstValue(values, 'latitude').trim() !== '' && firstValue(values, 'longitude').trim() !== ''
  if (!commune || (isPlaced && firstValue(values, 'intent') !== 'locate')) return completed
  const address = firstValue(values, 'address')
  const found = await geocode({ address, postcode, commune: commune.name, communeCode: commune.code })
  const { latitude, longitude } = found ?? commune
  if (latitude === null || longitude === null) return completed
  // A commune's own position is exact for the commune, not for the place.
  const precision = found?.precision ?? (commune.precision === 'POSTCODE' ? 'POSTCODE' : 'COMMUNE')
  return { ...completed, latitude: [String(latitude)], longitude: [String(longitude)], precision: [precision] }
}
