import { nationalCsvHeader, nationalCsvLine } from './national-csv'
import { type PlaceForExport, toNational } from './national-schema'

/** How a file of places is written, piece by piece. */
export interface ExportForm {
  start: string
  /** @param isFirst whether nothing was written before */
  piece: (place: PlaceForExport, isFirst: boolean) => string
  end: string
}

/** The files that we write, by their ending. */
export const exportForms: Readonly<Record<'csv' | 'json' | 'geojson', ExportForm>> = {
  csv: { start: nationalCsvHeader, piece: (place) => nationalCsvLine(toNational(place)), end: '' },
  json: {
    start: '[',
    piece: (place, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(toNational(place))}`,
    end: '\n]\n',
  },
  geojson: {
    start: '{"type":"FeatureCollection","features":[',
    piece: (place, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(toFeature(place))}`,
    end: '\n]}\n',
  },
}

function toFeature(place: PlaceForExport) {
  const geometry = { type: 'Point', coordinates: [place.longitude, place.latitude] }
  return { type: 'Feature', id: place.id, geometry, properties: toNational(place) }
}
