import { timeZoneOf } from '@/lib/territory/time-zone'
import type { FoundWorkshop } from './search/queries'

/**
 * Workshops as search engines read them (https://schema.org/Event, JSON-LD).
 *
 * @param site the address of the site, without a final slash
 */
export function workshopsData(workshops: readonly FoundWorkshop[], site: string): object {
  return { '@context': 'https://schema.org', '@graph': workshops.map((workshop) => eventOf(workshop, site)) }
}

function eventOf(workshop: FoundWorkshop, site: string): object {
  const { title, startsAt, endsAt, departmentCode, placeId, placeName, address, priceCents, seats, seatsLeft } =
    workshop
  const zone = timeZoneOf(departmentCode)
  const place = { '@type': 'Place', '@id': `${site}/lieux/${placeId}`, name: placeName, address }
  return {
    '@type': 'EducationEvent',
    name: title,
    startDate: withOffset(startsAt, zone),
    endDate: withOffset(endsAt, zone),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    inLanguage: 'fr',
    url: `${site}/lieux/${placeId}`,
    location: place,
    organizer: { '@type': 'Organization', name: placeName, url: `${site}/lieux/${placeId}` },
    ...(priceCents === 0 && { isAccessibleForFree: true }),
    ...(seats !== null && { maximumAttendeeCapacity: seats, remainingAttendeeCapacity: seatsLeft }),
    ...(priceCents !== null && {
      offers: {
        '@type': 'Offer',
        price: priceCents / 100,
        priceCurrency: 'EUR',
        availability: `https://schema.org/${seatsLeft === 0 ? 'SoldOut' : 'InStock'}`,
        url: workshop.bookingUrl ?? `${site}/lieux/${placeId}`,
      },
    }),
  }
}

/** `2026-11-24T14:00:00+01:00`: what the clocks of the place show, and how far from UTC they are. */
function withOffset(at: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const offset = parts.timeZoneName?.replace('GMT', '') || '+00:00'
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}${offset}`
}
