import { env } from '@/lib/env'
import { toApiPlace } from '@/lib/open-data/api-place'
import { searchRecords } from '@/lib/search/queries'
import { answering, openData } from '../../open-data'
import { readSearch } from '../read-search'

export const GET = answering(async (request) => {
  const search = await readSearch(request)
  if (search instanceof Response) return search
  const { total, records } = await searchRecords(search)
  const { PUBLIC_URL } = env()
  return openData({ total, lieux: records.map((record) => toApiPlace(record, PUBLIC_URL)) })
})
