import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { confirmationToken } from '@/lib/freshness/link'
import { saveHubDelays } from '@/lib/freshness/mutations'
import { runFreshnessRound } from '@/lib/freshness/round/mutations'
import { structureProposal } from '@/lib/freshness/schema'
import { addDays } from '@/lib/hours/closure'
import { createPlace, setPlaceStatus } from '@/lib/places/mutations'
import { makeHub, makeUser } from './people'
import { placeNamed } from './place-named'

/** The day when places are confirmed. */
export const start = '2026-01-10'
/** So many days after. */
export const day = (days: number) => new Date(`${addDays(start, days)}T05:00:00Z`)
/** Six months after. */
export const due = 181

/** Two hubs with their coordinators, and the places of the first. */
export async function openFreshnessScene() {
  const hubId = await makeHub('hub-centre', ['41', '37'])
  await makeHub('hub-ouest', ['35'])
  const admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  const coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  const elsewhere = await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
  let count = 0

  async function published(name: string, fields: Record<string, unknown> = {}): Promise<string> {
    const emails = `accueil-${++count}@example.org`
    const { id, version } = await createPlace(admin, placeNamed(name, { emails, ...fields }))
    await setPlaceStatus(admin, id, version, 'PUBLISHED')
    await db.place.update({ where: { id }, data: { verifiedAt: day(0), recordDate: day(0) } })
    return id
  }

  return {
    hubId,
    coordinator,
    elsewhere,
    published,
    /** A listing that its hub withdrew, at version 3. */
    async withdrawn(name: string): Promise<string> {
      await saveHubDelays(coordinator, { hubId, confirmAfterMonths: 6, holdAfterMonths: 3 })
      const id = await published(name)
      for (const later of [0, 14, 28, 42, 95]) await runFreshnessRound(day(due + later))
      if (!(await requestOf(id)).heldOn) throw new Error('It is still published.')
      return id
    },
    async forgetPlaces(): Promise<void> {
      await db.place.deleteMany()
      await db.outboxMail.deleteMany()
      await db.throttle.deleteMany()
      await db.hub.update({ where: { id: hubId }, data: { confirmAfterMonths: 6, holdAfterMonths: null } })
    },
  }
}

export const requestOf = (placeId: string) =>
  db.confirmationRequest.findFirstOrThrow({ where: { placeId }, orderBy: { id: 'desc' } })

export const tokenOf = async (placeId: string) => confirmationToken(env().SECRET, (await requestOf(placeId)).id)

/** What the link of a place would send. */
export async function answerOf(id: string, fields: Record<string, unknown> = {}) {
  const { version, emails } = await db.place.findUniqueOrThrow({ where: { id } })
  return structureProposal.parse({
    token: await tokenOf(id),
    version: String(version),
    emails: emails.join('\n'),
    address: '1 rue de la Paix',
    services: ['EMPLOYMENT'],
    ...fields,
  })
}
