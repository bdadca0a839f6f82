import { env } from '@/lib/env'
import { toApiMeaning } from '@/lib/open-data/api-meaning'
import { toApiPlace } from '@/lib/open-data/api-place'
import { searchRecords, understood } from '@/lib/search/queries'
import { answering, openData } from '../../open-data'
import { readSearch } from '../read-search'

export const GET = answering(async (request) => {
  const search = await readSearch(request)
  if (search instanceof Response) return search
  const asked = await understood(search)
  const { total, records } = await searchRecords(asked)
  const { PUBLIC_URL } = env()
  return openData({
    total,
    ...(asked.meaning && { compris: toApiMeaning(asked.meaning) }),
    lieux: records.map((record) => toApiPlace(record, PUBLIC_URL)),
  })
})
