import { env } from '@/lib/env'
import { understandWords } from '@/lib/needs/queries'
import { toApiMeaning } from '@/lib/open-data/api-meaning'
import { toApiPlace } from '@/lib/open-data/api-place'
import { searchRecords } from '@/lib/search/queries'
import { answering, openData } from '../../open-data'
import { readSearch } from '../read-search'

export const GET = answering(async (request) => {
  const search = await readSearch(request)
  if (search instanceof Response) return search
  const [{ total, records }, meaning] = await Promise.all([searchRecords(search), understandWords(search)])
  const { PUBLIC_URL } = env()
  return openData({
    total,
    ...(meaning && { compris: toApiMeaning(meaning) }),
    lieux: records.map((record) => toApiPlace(record, PUBLIC_URL)),
  })
})
