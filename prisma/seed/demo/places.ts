import { type ServiceLine, withGridValues } from '@/lib/places/service-grid'
import { searchNameOf } from '@/lib/territory/search-name'
import type { AccessMode, PlaceStatus, SpecialCare } from '@/prisma/client/enums'
import type { PlaceCreateManyInput } from '@/prisma/client/models/Place'
import { type Archetype, archetypes } from './archetypes'
import { drawContacts } from './contacts'
import { drawGrid } from './grid'
import { unreadableHours } from './hours'
import { drawPosition } from './position'
import { type Random, randomFrom } from './random'
import { type DemoCommune, spreadPlaces } from './spread'
import { drawAddress, drawAddressComplement, drawName, ofTown } from './words'

export interface DemoPlace {
  /** Every column but the id and the schedule */
  columns: Omit<PlaceCreateManyInput, 'id' | 'scheduleId'> & { openingHours: string | null; status: PlaceStatus }
  services: ServiceLine[]
  departmentCode: string
}

const seed = 20_261_122
const newest = new Date('2026-11-20T10:00:00Z').getTime()
const day = 24 * 3600 * 1000

const everyday: AccessMode[] = ['WALK_IN', 'PHONE', 'EMAIL']
const care: SpecialCare[] = [
  'ILLITERACY',
  'ENGLISH',
  'OTHER_LANGUAGES',
  'MOTOR_DISABILITY',
  'DEAFNESS',
  'VISUAL_IMPAIRMENT',
]

/** Demonstration places over real communes: the same ones for the same communes, every time. */
export function generatePlaces(communes: readonly DemoCommune[], count = 1500): DemoPlace[] {
  const taken = new Set<string>()
  return spreadPlaces(communes, count, randomFrom(seed)).map((commune, index) => {
    // Each place draws for itself: a new word in one list does not change all the others.
    const random = randomFrom(seed + 7919 * (index + 1))
    const archetype = random.weighted(archetypes, ({ weight }) => weight)
    return drawPlace(commune, archetype, drawUniqueName(archetype, commune, taken, random), random)
  })
}

function drawPlace(commune: DemoCommune, archetype: Archetype, name: string, random: Random): DemoPlace {
  const services = drawGrid(archetype, random)
  const status = drawStatus(commune, random)
  const updatedAt = new Date(newest - random.whole(0, 540) * day)
  const isItinerant = random.chance(archetype.itinerant ?? 0)
  const contacts = drawContacts(name, commune.regionCode, random)
  const columns = {
    kind: archetype.kind,
    name,
    typologies: archetype.typologies,
    address: drawAddress(random),
    addressComplement: drawAddressComplement(random),
    postcode: random.pick(commune.postcodes),
    communeCode: commune.code,
    ...(commune.precision === 'POSTCODE'
      ? { latitude: commune.latitude, longitude: commune.longitude, precision: commune.precision }
      : { ...drawPosition(commune, random), precision: 'ADDRESS' as const }),
    ...contacts,
    openingHours: drawHours(archetype, random),
    summary: `Un lieu de démonstration ${ofTown(commune.name)}, pour découvrir À deux pas.`,
    itinerancy: isItinerant
      ? random.pick([['ITINERANT' as const], ['ITINERANT' as const, 'FIXED' as const]])
      : ['FIXED' as const],
    parentStructure: random.chance(0.2) ? `Commune ${ofTown(commune.name)}` : null,
    specialCare: random.chance(0.3) ? random.some(care, 0.35) : [],
    programmes: random.some(archetype.programmes, 0.5),
    labels: archetype.kind === 'FABRIQUE' ? (archetype.labels ?? []) : random.some(archetype.labels ?? [], 0.2),
    accessModes: drawAccessModes(contacts.bookingUrl !== null, random),
    accessibilityUrl: random.chance(0.25)
      ? `https://acces.example.org/${searchNameOf(name).replaceAll(' ', '-')}`
      : null,
    collectedBy: 'Démonstration',
    isDemo: true,
    recordDate: updatedAt,
    verifiedAt: random.chance(0.7) ? updatedAt : null,
    publishedAt: status === 'DRAFT' ? null : updatedAt,
    createdAt: updatedAt,
    updatedAt,
    status,
    supportModes: [],
    fees: [],
    audiences: [],
    // Drawn last: all that was drawn before stays as it was.
    takesReferrals: contacts.emails.length > 0 && random.chance(0.5) ? true : null,
  }
  return { columns: withGridValues(columns, services), services, departmentCode: commune.departmentCode }
}

function drawUniqueName({ names }: Archetype, commune: DemoCommune, taken: Set<string>, random: Random): string {
  // A town has one library that bears the town's name: the next ones have names of their own.
  const [first = ''] = names
  const another = first.includes('{nom}') ? first : `${first.split(' {')[0]} {nom}`
  for (let pattern = random.pick(names); ; pattern = another) {
    const name = pattern.replace('{de}', ofTown(commune.name)).replace('{nom}', drawName(random))
    const key = `${commune.code} ${name}`
    if (taken.has(key)) continue
    taken.add(key)
    return name
  }
}

/** Drafts and archived places stand where the demonstration coordinator looks. */
function drawStatus({ regionCode }: DemoCommune, random: Random): PlaceStatus {
  if (regionCode !== '24') return 'PUBLISHED'
  return random.weighted<PlaceStatus>(['PUBLISHED', 'DRAFT', 'ARCHIVED'], (status) => (status === 'PUBLISHED' ? 10 : 1))
}

function drawHours({ hours }: Archetype, random: Random): string | null {
  if (random.chance(0.06)) return null
  return random.chance(0.004) ? random.pick(unreadableHours) : random.pick(hours)
}

function drawAccessModes(hasBooking: boolean, random: Random): AccessMode[] {
  const modes = random.some(everyday, 0.6)
  return [...(modes.length > 0 ? modes : everyday.slice(0, 1)), ...(hasBooking ? (['ONLINE_BOOKING'] as const) : [])]
}
