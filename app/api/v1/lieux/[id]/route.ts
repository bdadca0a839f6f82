import { env } from '@/lib/env'
import { toApiPlace } from '@/lib/open-data/api-place'
import { resolvePlaceId } from '@/lib/places/queries'
import { getRecord } from '@/lib/search/queries'
import { answering, openData } from '../../../open-data'
import { badParameters, notFound } from '../../../problem'
import { refuseAll } from '../../refuse-all'

export const GET = answering(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const problems = refuseAll(new URL(request.url).searchParams)
  if (problems.length > 0) return badParameters(problems)
  const { id } = await params
  const kept = await resolvePlaceId(id)
  const record = kept === null ? null : await getRecord(kept)
  if (!record) return notFound('Aucun lieu n’a cet identifiant.')
  if (record.id !== id) {
    const location = `${env().PUBLIC_URL}/api/v1/lieux/${record.id}`
    return new Response(null, { status: 308, headers: { location, 'access-control-allow-origin': '*' } })
  }
  return openData(toApiPlace(record, env().PUBLIC_URL))
})
