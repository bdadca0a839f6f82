import { csvOf } from '@/lib/places/table/csv'
import { exportResponse } from '../table/export-response'

export const GET = (request: Request) =>
  exportResponse(request, { contentType: 'text/csv; charset=utf-8; header=present', extension: 'csv', write: csvOf })
