import { toNational } from '@/lib/open-data/national-schema'
import type { PlaceRecord } from '@/lib/search/queries'
import { answering } from '../../open-data'
import { exportResponse } from '../export-response'

export const GET = answering((request) =>
  exportResponse(request, {
    contentType: 'application/geo+json',
    fileName: 'lieux.geojson',
    start: '{"type":"FeatureCollection","features":[',
    piece: (place, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(toFeature(place))}`,
    end: '\n]}\n',
  }),
)

function toFeature(place: PlaceRecord) {
  const { id, ...properties } = toNational(place)
  const coordinates = [place.longitude, place.latitude]
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates }, properties: { id, ...properties } }
}
