import { toNational } from '@/lib/open-data/national-schema'
import { answering } from '../../open-data'
import { exportResponse } from '../export-response'

export const GET = answering((request) =>
  exportResponse(request, {
    contentType: 'application/json',
    fileName: 'lieux.json',
    start: '[',
    piece: (place, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(toNational(place))}`,
    end: '\n]\n',
  }),
)
