import { createHash } from 'node:crypto'
import { calendarText } from '@/lib/calendar/calendar'
import { env } from '@/lib/env'
import { feedEvents } from '@/lib/workshops/feed/feed-events'
import type { Feed } from '@/lib/workshops/feed/queries'

/** Programs that subscribed ask again and again: the same calendar is answered once, then by 304. */
export function sendCalendar(request: Request, feed: Feed | null): Response {
  if (!feed) return new Response(null, { status: 404 })
  const text = calendarText(feedEvents(feed.sessions, env().PUBLIC_URL), feed.name)
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'public, no-cache' }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((each) => each.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="ateliers.ics"',
    },
  })
}
