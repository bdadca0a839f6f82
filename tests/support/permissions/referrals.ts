import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { NotFoundError } from '@/lib/errors'
import { listSendersFor } from '@/lib/organisations/queries'
import { drawCode } from '@/lib/referrals/code'
import { waitFor } from '@/lib/referrals/deadlines'
import * as erasure from '@/lib/referrals/erasure/mutations'
import { takeHoldings } from '@/lib/referrals/holding/mutations'
import { moveReferral, redirectReferral } from '@/lib/referrals/mutations'
import type { Party } from '@/lib/referrals/party'
import * as person from '@/lib/referrals/person/mutations'
import * as shown from '@/lib/referrals/queries'
import { personInput, redirectInput, referralFilters } from '@/lib/referrals/schema'
import { sendReferral } from '@/lib/referrals/sending/mutations'
import { writeMessage } from '@/lib/referrals/timeline/mutations'
import { doing, makeReceivingPlace, referralTo } from '../referrals'
import { type Action, coordinates, type List, type Rule } from './rule'
import type { Scene } from './scenes'
import { counts } from './subjects'

type Side = Party['side']

const places: Rule['may'] = ['placeEditor']
const helpers: Rule['may'] = ['helper']
const as = (side: Side, user: CurrentUser): Party => (side === 'HELPER' ? { side, user } : { side, user })

/** A referral to the scene's place, which must exist for its own editor alone. */
async function referral({ placeId, departmentCode, organisationId }: Scene): Promise<string> {
  const now = new Date()
  const wait = waitFor('SENT', { now, sentAt: now, departmentCode })
  const agreed = { informedAt: now, agreedAt: now, createdAt: now }
  const data = { placeId, organisationId, code: drawCode(), services: ['EMPLOYMENT' as const], ...wait, ...agreed }
  return (await db.referral.create({ data, select: { id: true } })).id
}

async function receives({ placeId }: Scene): Promise<string> {
  await db.place.update({
    where: { id: placeId },
    data: { status: 'PUBLISHED', publishedAt: new Date(), takesReferrals: true, emails: ['a@example.org'] },
  })
  return placeId
}

const withAnother = async (scene: Scene) => `${await referral(scene)} ${await makeReceivingPlace('Autre')}`

const redirect = (party: Party, prepared: string) => {
  const [id, placeId] = prepared.split(' ')
  return redirectReferral(party, redirectInput.parse({ id, placeId, version: '1', agreed: 'on' }))
}

/** Something that both sides may do, each in its own name: one line a side. */
function bySides(name: string, act: (party: Party, id: string) => Promise<unknown>, prepare = referral) {
  const ofSide = (side: Side, may: Rule['may']): Action => ({
    may,
    refusedBy: NotFoundError,
    prepare,
    act: (user, _, id) => act(as(side, user), id),
  })
  return { [`${name} (the place)`]: ofSide('PLACE', places), [`${name} (the helper)`]: ofSide('HELPER', helpers) }
}

export const referralActions: Readonly<Record<string, Action>> = {
  ...bySides('referrals/erasure/mutations eraseReferral', (party, id) => erasure.eraseReferral(party, id)),
  'referrals/holding/mutations takeHoldings': {
    may: helpers,
    refusedBy: NotFoundError,
    prepare: referral,
    act: (user, _, id) => takeHoldings({ side: 'HELPER', user }, id),
  },
  ...bySides('referrals/mutations moveReferral', (party, id) => moveReferral(party, doing('NOT_WANT', id, 1))),
  ...bySides('referrals/mutations redirectReferral', redirect, withAnother),
  ...bySides('referrals/timeline/mutations writeMessage', (party, id) =>
    writeMessage(party, { id, words: 'Mardi convient.' }),
  ),
  'referrals/sending/mutations sendReferral': {
    may: helpers,
    elsewhere: 'same',
    prepare: receives,
    act: (user, { placeId }) => sendReferral(user, referralTo(placeId)),
  },
  ...bySides('referrals/person/mutations readPerson', person.readPerson),
  'referrals/person/mutations savePerson': {
    may: helpers,
    refusedBy: NotFoundError,
    prepare: referral,
    act: (user, _, id) =>
      person.savePerson({ side: 'HELPER', user }, personInput.parse({ id, version: '1', name: 'A', agreed: 'on' })),
  },
}

const all = referralFilters.parse({})

const shows = (side: Side, may: Rule['may']): List => ({
  may,
  prepare: referral,
  sees: async (user, _, id) => (await shown.referralFor(as(side, user), id)) !== null,
})

export const referralLists: Readonly<Record<string, List>> = {
  'organisations/queries listSendersFor': {
    may: coordinates,
    sees: (user, scene) => {
      const sent = async () => (await listSendersFor(user)).find(({ id }) => id === scene.organisationId)?.sent ?? 0
      return counts(sent, () => referral(scene))
    },
  },
  'referrals/queries countReceived': {
    may: places,
    sees: async (user, scene) => {
      const before = await shown.countReceived(user)
      await referral(scene)
      return (await shown.countReceived(user)) !== before
    },
  },
  'referrals/queries listAnsweredPlaces': {
    may: places,
    sees: async (user, { placeId }) => (await shown.listAnsweredPlaces(user)).some(({ id }) => id === placeId),
  },
  'referrals/queries listReceived': {
    may: places,
    prepare: referral,
    sees: async (user, _, id) => (await shown.listReceived(user, all)).referrals.some((line) => line.id === id),
  },
  'referrals/queries listSent': {
    may: helpers,
    prepare: async (scene) => {
      const id = await referral(scene)
      await db.referral.update({ where: { id }, data: { acts: 'HELPER', dueAt: new Date(0) } })
      return id
    },
    sees: async (user, _, id) => (await shown.listSent(user, all)).referrals.some((line) => line.id === id),
  },
  'referrals/queries referralFor (the place)': shows('PLACE', places),
  'referrals/queries referralFor (the helper)': shows('HELPER', helpers),
}
