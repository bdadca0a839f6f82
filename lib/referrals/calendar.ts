import { type CalendarEvent, calendarText } from '@/lib/calendar/calendar'
import { appointmentEnd } from './appointment'
import { shownCode } from './code'

interface Appointment {
  id: string
  code: string
  version: number
  appointmentAt: Date | null
  appointmentLength: number | null
  place: {
    name: string
    address: string
    addressComplement: string | null
    postcode: string
    commune: { name: string }
  }
}

/**
 * The appointment of a referral for the calendars of both sides: when, where and the code; nothing about the person,
 * since calendars are shared.
 *
 * @param site the address of the site, without a final slash
 * @param url the page of whoever asks; none for a link that is a key
 * @returns null when there is no appointment
 */
export function appointmentCalendar(referral: Appointment, site: string, now: Date, url?: string): string | null {
  const { id, code, version, appointmentAt, place } = referral
  const end = appointmentEnd(referral)
  if (!appointmentAt || !end) return null
  const event: CalendarEvent = {
    uid: `${id}@${new URL(site).hostname}`,
    start: appointmentAt,
    end,
    summary: `Rendez-vous ${shownCode(code)}`,
    location: [place.name, place.address, place.addressComplement, `${place.postcode} ${place.commune.name}`]
      .filter(Boolean)
      .join(', '),
    description: `Orientation ${shownCode(code)}, par À deux pas.`,
    sequence: version,
    changedAt: now,
    ...(url && { url }),
  }
  return calendarText([event])
}
