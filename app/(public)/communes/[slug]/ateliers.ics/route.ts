import { territoryCode } from '@/lib/territory/pages/address'
import { getCommuneFeed } from '@/lib/workshops/feed/queries'
import { sendCalendar } from '../../../send-calendar'

/** The workshops of every place of a commune, by its INSEE code, to subscribe to. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/communes/[slug]/ateliers.ics'>,
): Promise<Response> {
  const code = territoryCode((await params).slug)
  return sendCalendar(request, code === null ? null : await getCommuneFeed(code, new Date()))
}
