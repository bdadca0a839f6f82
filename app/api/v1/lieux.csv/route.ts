import { nationalCsvHeader, nationalCsvLine } from '@/lib/open-data/national-csv'
import { toNational } from '@/lib/open-data/national-schema'
import { answering } from '../../open-data'
import { exportResponse } from '../export-response'

export const GET = answering((request) =>
  exportResponse(request, {
    contentType: 'text/csv; charset=utf-8; header=present',
    fileName: 'lieux.csv',
    start: nationalCsvHeader,
    piece: (place) => nationalCsvLine(toNational(place)),
    end: '',
  }),
)
