import { weekOf } from '@/lib/hours/week'
import type { PublishedPlace } from '@/lib/places/queries'
import type { PlaceKind } from '@/prisma/client/enums'
import { fees, services } from './vocabulary'

/** Types of schema.org, most telling first; all have what an organisation and a place have. */
function typeOf(kind: PlaceKind, typologies: readonly string[]): string | string[] {
  if (kind === 'FRANCE_SERVICES') return 'GovernmentOffice'
  return typologies.includes('BIB') ? 'Library' : ['CivicStructure', 'Organization']
}

/**
 * A place as search engines read it (https://schema.org, JSON-LD). Hours are those of the seven days to
 * come, each with its date: a Monday that is a public holiday says nothing of other Mondays. Mail
 * addresses are left out, for the programs that gather them.
 *
 * @param site the address of the site, without a final slash
 */
export function placeData(place: PublishedPlace, site: string, at: Date): object {
  const url = `${site}/lieux/${place.id}`
  const isFree = place.fees.length > 0 && place.fees.every((fee) => fee === 'FREE')
  return withoutNothing({
    '@context': 'https://schema.org',
    '@type': typeOf(place.kind, place.typologies),
    '@id': url,
    url,
    name: place.name,
    description: place.summary,
    telephone: place.phone,
    sameAs: place.websites,
    address: {
      '@type': 'PostalAddress',
      streetAddress: place.address,
      postalCode: place.postcode,
      addressLocality: place.commune.name,
      addressCountry: 'FR',
    },
    geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude },
    areaServed: place.commune.name,
    isAccessibleForFree: isFree || null,
    knowsLanguage: place.specialCare.includes('ENGLISH') ? ['fr', 'en'] : ['fr'],
    openingHoursSpecification: hoursOf(place, at),
    specialOpeningHoursSpecification: place.closures.map(({ from, to }) => closedFor(from, to)),
    makesOffer: place.services.map((line) => ({
      '@type': 'Offer',
      itemOffered: { '@type': 'Service', name: services[line.service] },
      ...(line.fees.length > 0 && { description: line.fees.map((fee) => fees[fee]).join(', ') }),
      ...(line.fees.length > 0 && line.fees.every((fee) => fee === 'FREE') && { price: 0, priceCurrency: 'EUR' }),
    })),
    parentOrganization: place.parentStructure && { '@type': 'Organization', name: place.parentStructure },
  })
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function hoursOf({ openingHours, commune }: PublishedPlace, at: Date) {
  const week = openingHours ? weekOf(openingHours, commune.departmentCode, at) : null
  return week?.flatMap(({ date, slots }) =>
    slots
      .filter(({ isCertain }) => isCertain)
      .map(({ opens, closes }) => ({
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: `https://schema.org/${days[new Date(date).getUTCDay()]}`,
        opens,
        closes: closes === '24:00' ? '23:59' : closes,
        validFrom: date,
        validThrough: date,
      })),
  )
}

/** Closed all day, as search engines agree to write it. */
function closedFor(validFrom: string, validThrough: string) {
  return { '@type': 'OpeningHoursSpecification', opens: '00:00', closes: '00:00', validFrom, validThrough }
}

/** What is not known is not said. */
function withoutNothing(data: Record<string, unknown>): object {
  const isSaid = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined)
  return Object.fromEntries(Object.entries(data).filter(([, value]) => isSaid(value)))
}
