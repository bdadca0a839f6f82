import ical, { ICalEventStatus } from 'ical-generator'

/** Something at a time and a place, as calendars keep it. */
export interface CalendarEvent {
  /** The same each time the same event is told: calendars then replace what they had */
  uid: string
  start: Date
  end: Date
  /** One line */
  summary: string
  location?: string
  description?: string
  url?: string
  /** Rises each time the event is changed */
  sequence?: number
  isCancelled?: boolean
  /** When it was last changed: the same event then always gives the same text */
  changedAt: Date
}

/** Signs that RFC 5545 allows in no text, line ends apart. */
const unwanted = /(?![\n\t])\p{Cc}/gu

const clean = (text: string) => text.replaceAll('\r\n', '\n').replace(unwanted, ' ').trim()
const line = (text: string) => clean(text).replace(/\s+/g, ' ')

/**
 * A calendar as RFC 5545 writes it, for `text/calendar; charset=utf-8`. Instants are told in UTC: each reader's
 * clock is its own.
 *
 * @param name what a program that follows the calendar calls it; none for a single event
 */
export function calendarText(events: readonly CalendarEvent[], name?: string): string {
  const calendar = ical({ prodId: '//À deux pas//FR', ...(name && { name: line(name) }) })
  for (const { uid, summary, location, description, changedAt, isCancelled, ...event } of events) {
    calendar.createEvent({
      ...event,
      id: uid,
      stamp: changedAt,
      summary: line(summary),
      ...(location && { location: line(location) }),
      ...(description && { description: clean(description) }),
      ...(isCancelled && { status: ICalEventStatus.CANCELLED }),
    })
  }
  return `${calendar.toString()}\r\n`
}
