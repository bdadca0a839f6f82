import { env } from '@/lib/env'
import { resolvePlaceId } from '@/lib/places/queries'
import { getPlaceFeed } from '@/lib/workshops/feed/queries'
import { sendCalendar } from '../../../send-calendar'

/** The workshops of a place, to subscribe to; an id that became another's leads there for good. */
export async function GET(request: Request, { params }: RouteContext<'/lieux/[id]/ateliers.ics'>): Promise<Response> {
  const { id } = await params
  const feed = await getPlaceFeed(id, new Date())
  const other = feed ? id : await resolvePlaceId(id)
  if (other && other !== id) return Response.redirect(`${env().PUBLIC_URL}/lieux/${other}/ateliers.ics`, 308)
  return sendCalendar(request, feed)
}
