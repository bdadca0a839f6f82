import { slugOf } from '@/lib/open-data/vocabulary'
import type { Random } from './random'

/**
 * The beginnings that the numbering plan keeps for works of fiction (ARCEP, décision 2018-0881 as amended):
 * nobody has such a number. None is known for sure overseas, so places there have no phone.
 */
const fictionByRegion: Record<string, string | undefined> = {
  '11': '19900',
  '24': '26191',
  '28': '26191',
  '52': '26191',
  '53': '26191',
  '27': '35301',
  '32': '35301',
  '44': '35301',
  '84': '46571',
  '93': '46571',
  '94': '46571',
  '75': '53649',
  '76': '53649',
}
const fictionMobile = '63998'

export interface Contacts {
  phone: string | null
  emails: string[]
  websites: string[]
  bookingUrl: string | null
}

/** A phone, an e-mail, a site and a booking page that reach nobody; some lack. */
export function drawContacts(name: string, regionCode: string, random: Random): Contacts {
  const slug = slugOf(name).slice(0, 40).replace(/-$/, '')
  const beginning = random.chance(0.12) ? fictionMobile : fictionByRegion[regionCode]
  const hasPhone = beginning !== undefined && fictionByRegion[regionCode] !== undefined && random.chance(0.86)
  const end = String(random.whole(0, 9999)).padStart(4, '0')
  return {
    phone: hasPhone ? `+33${beginning}${end}` : null,
    emails: random.chance(0.7) ? [`${slug}@example.org`] : [],
    websites: random.chance(0.55) ? [`https://${slug}.example.org`] : [],
    bookingUrl: random.chance(0.15) ? `https://rendez-vous.example.org/${slug}` : null,
  }
}
