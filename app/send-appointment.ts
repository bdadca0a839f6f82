import { env } from '@/lib/env'
import { appointmentCalendar } from '@/lib/referrals/calendar'
import type { ShownReferral } from '@/lib/referrals/queries'

/**
 * The appointment of a referral as a file for a calendar.
 *
 * @param path the page of whoever asks; none for a link that is a key
 */
export function sendAppointment(referral: ShownReferral | null, path?: string): Response {
  const site = env().PUBLIC_URL
  const text =
    referral?.status === 'APPOINTMENT' && appointmentCalendar(referral, site, new Date(), path && `${site}${path}`)
  if (!text) return new Response(null, { status: 404 })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="rendez-vous-${referral.code}.ics"`,
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    },
  })
}
