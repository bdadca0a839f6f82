import type { Transaction } from '@/lib/db'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { sessionTimes } from '@/lib/workshops/session-times'
import type { Service } from '@/prisma/client/enums'
import type { DemoPlace } from './places'
import { randomFrom } from './random'

const titles: Partial<Record<Service, string>> = {
  EVERYDAY_DIGITAL_TOOLS: 'Prendre en main la souris et le clavier',
  EMPLOYMENT: 'Faire son CV',
  ONLINE_SAFETY: 'Reconnaître les arnaques',
  PARENTING_AND_EDUCATION: 'Les écrans en famille',
  LEISURE_AND_CREATION: 'Découvrir l’imprimante 3D',
  DIGITAL_CULTURE: 'Comprendre les réseaux sociaux',
}
/** One place in so many, of those that hold workshops. */
const share = 0.15
const weeks = 26
const weeksOfCycle = 8
const day = 24 * 3600 * 1000

/** Announces weekly workshops in some of the demonstration places, for the half-year that follows, and cycles. */
export async function insertDemoWorkshops(
  tx: Transaction,
  places: readonly (DemoPlace & { id: string })[],
  at: Date,
): Promise<void> {
  for (const [index, { id, services, departmentCode }] of places.entries()) {
    const random = randomFrom(index)
    const line = services.find(({ supportModes, service }) => supportModes.includes('WORKSHOP') && titles[service])
    if (!line || !random.chance(share)) continue
    const hour = random.whole(9, 15)
    const date = new Date(at.getTime() + random.whole(1, 7) * day).toISOString().slice(0, 10)
    const time = (hours: number) => `${String(hours).padStart(2, '0')}:00`
    const isFree = line.fees.includes('FREE')
    const seats = random.pick([6, 8, 12])
    const takesPass = !isFree && random.chance(0.5)
    const isCycle = random.chance(0.3)
    const session = { date, starts: time(hour), ends: time(hour + 2), count: isCycle ? weeksOfCycle : weeks }
    await tx.workshop.create({
      data: {
        placeId: id,
        title: titles[line.service] ?? '',
        service: line.service,
        level: line.levels[0],
        seats,
        priceCents: isFree ? 0 : null,
        takesPass,
        isCycle,
        sessions: { createMany: { data: sessionTimes(session, timeZoneOf(departmentCode)) } },
      },
    })
  }
}
