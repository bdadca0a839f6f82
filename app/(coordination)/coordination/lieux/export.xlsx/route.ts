import { xlsxOf } from '@/lib/places/table/xlsx'
import { exportResponse } from '../table/export-response'

export const GET = (request: Request) =>
  exportResponse(request, {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    write: xlsxOf,
  })
