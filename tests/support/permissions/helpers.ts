import { createHash, randomUUID } from 'node:crypto'
import * as invitations from '@/lib/accounts/invitations/mutations'
import { colleagueInvitation } from '@/lib/accounts/invitations/schema'
import * as joining from '@/lib/accounts/joining/answering/mutations'
import * as asked from '@/lib/accounts/joining/queries'
import { removeMembership } from '@/lib/accounts/people/mutations'
import { db } from '@/lib/db'
import { NotFoundError } from '@/lib/errors'
import * as agreements from '@/lib/organisations/agreements/mutations'
import { countAgreementsFor, listAgreementsFor, listAnsweredFor } from '@/lib/organisations/agreements/queries'
import { listOrganisationsOf } from '@/lib/organisations/queries'
import { drawCode } from '@/lib/referrals/code'
import { waitFor } from '@/lib/referrals/deadlines'
import { fewestPeople } from '@/lib/vouchers/booklet'
import { listVoucherFigures } from '@/lib/vouchers/figures/queries'
import * as vouchers from '@/lib/vouchers/mutations'
import { bookletsFor } from '@/lib/vouchers/queries'
import { makeUser } from '../people'
import { type Action, coordinates, type List, type Rule, readsHub } from './rule'
import type { Scene } from './scenes'
import { anyone, counts } from './subjects'

const colleagues: Rule['may'] = ['helper']
/** A colleague, and whoever coordinates where the structure works. */
const letsIn: Rule['may'] = [...coordinates, ...colleagues]

const sirets = { own: '26410017000010', other: '26350017500017' }

/** The scene's organisation works there. */
async function structure({ ground, organisationId, communeCode }: Scene): Promise<string> {
  await db.organisation.update({ where: { id: organisationId }, data: { siret: sirets[ground], communeCode } })
  return sirets[ground]
}

/** Somebody who asks to join it. */
async function asks(scene: Scene): Promise<string> {
  const { id: userId, email } = await makeUser(anyone())
  const { id } = await db.joinRequest.create({
    data: {
      email,
      name: 'Camille',
      structureName: 'CCAS',
      siret: await structure(scene),
      communeCode: scene.communeCode,
      tokenHash: createHash('sha256').update(randomUUID()).digest('hex'),
      expiresAt: new Date(Date.now() + 60_000),
      userId,
      confirmedAt: new Date(),
    },
    select: { id: true },
  })
  return id
}

/** A structure of elsewhere that asks the scene's hub for its yes, or has it. */
async function makeAgreement({ hubId }: Scene, agreedAt: Date | null): Promise<string> {
  const organisation = await db.organisation.create({ data: { name: 'Ailleurs' }, select: { id: true } })
  const data = { hubId, organisationId: organisation.id, agreedAt }
  return (await db.hubAgreement.create({ data, select: { id: true } })).id
}

const wantsAgreement = (scene: Scene) => makeAgreement(scene, null)
const gotAgreement = (scene: Scene) => makeAgreement(scene, new Date())

/** A colleague of the scene's helper. */
async function colleague(scene: Scene): Promise<string> {
  await structure(scene)
  const { id: userId } = await makeUser(anyone())
  const data = { userId, role: 'HELPER' as const, organisationId: scene.organisationId }
  return (await db.membership.create({ data, select: { id: true } })).id
}

const offer = ({ organisationId }: Scene) => colleagueInvitation.parse({ email: anyone(), organisationId })

async function invited(scene: Scene): Promise<string> {
  const administrator = await makeUser(anyone(), { role: 'NATIONAL_ADMIN' })
  await structure(scene)
  return invitations.invite(administrator, offer(scene))
}

export const helperActions: Readonly<Record<string, Action>> = {
  'accounts/invitations/mutations invite (a colleague)': {
    may: letsIn,
    prepare: structure,
    act: (user, scene) => invitations.invite(user, offer(scene)),
  },
  'accounts/invitations/mutations resendInvitation (of a colleague)': {
    may: letsIn,
    prepare: invited,
    act: (user, _, id) => invitations.resendInvitation(user, id),
  },
  'accounts/invitations/mutations revokeInvitation (of a colleague)': {
    may: letsIn,
    prepare: invited,
    act: (user, _, id) => invitations.revokeInvitation(user, id),
  },
  'accounts/joining/answering/mutations answerJoining': {
    may: letsIn,
    prepare: asks,
    act: (user, _, id) => joining.answerJoining(user, { id, decision: 'accept', reason: null }),
  },
  'accounts/joining/answering/mutations answerJoining (no)': {
    may: letsIn,
    prepare: asks,
    act: (user, _, id) => joining.answerJoining(user, { id, decision: 'refuse', reason: 'Inconnue' }),
  },
  'accounts/joining/answering/mutations setHubApproval': {
    may: coordinates,
    act: (user, { hubId }) => joining.setHubApproval(user, { hubId, approvesHelpers: false }),
  },
  'accounts/people/mutations removeMembership (of a helper)': {
    may: letsIn,
    prepare: colleague,
    act: (user, _, id) => removeMembership(user, id),
  },
  'organisations/agreements/mutations answerAgreement': {
    may: coordinates,
    prepare: wantsAgreement,
    act: (user, _, id) => agreements.answerAgreement(user, { id, decision: 'accept', reason: null }),
  },
  'organisations/agreements/mutations answerAgreement (no)': {
    may: coordinates,
    prepare: wantsAgreement,
    act: (user, _, id) => agreements.answerAgreement(user, { id, decision: 'refuse', reason: 'Inconnue' }),
  },
  'organisations/agreements/mutations changeAgreement': {
    may: coordinates,
    prepare: gotAgreement,
    act: (user, _, id) => agreements.changeAgreement(user, { id, decision: 'refuse' }),
  },
  'organisations/agreements/mutations askAgreement': {
    may: colleagues,
    act: (user, { organisationId, placeId }) => agreements.askAgreement(user, { organisationId, placeId }),
  },
  'vouchers/mutations giveBooklet': {
    may: colleagues,
    refusedBy: NotFoundError,
    prepare: withBooklet,
    act: (user, _, ids) => {
      const given = { vouchers: 5, givenOn: '2026-01-01', expiresOn: '2028-01-01' }
      return vouchers.giveBooklet({ side: 'HELPER', user }, { id: bookletOf(ids).id, ...given })
    },
  },
  'vouchers/mutations noteSessions': {
    may: ['placeEditor'],
    refusedBy: NotFoundError,
    prepare: withBooklet,
    act: (user, _, ids) => vouchers.noteSessions({ side: 'PLACE', user }, { ...bookletOf(ids), seen: 0, used: 1 }),
  },
  'vouchers/mutations takeBackBooklet': {
    may: colleagues,
    refusedBy: NotFoundError,
    prepare: withBooklet,
    act: (user, _, ids) => vouchers.takeBackBooklet({ side: 'HELPER', user }, bookletOf(ids)),
  },
}

/** A referral that its place has accepted, with a booklet: the ids of both. */
async function withBooklet({ placeId, organisationId, departmentCode }: Scene): Promise<string> {
  await db.place.update({ where: { id: placeId }, data: { programmes: ['PASS_NUMERIQUE'] } })
  const now = new Date()
  const { id, booklets } = await db.referral.create({
    data: {
      ...{ placeId, organisationId, code: drawCode(), services: ['EMPLOYMENT'], status: 'ACCEPTED' },
      ...waitFor('ACCEPTED', { now, sentAt: now, departmentCode }),
      ...{ informedAt: now, agreedAt: now },
      booklets: { create: { vouchers: 5, givenOn: now, expiresOn: new Date('2099-03-01') } },
    },
    select: { id: true, booklets: { select: { id: true } } },
  })
  return `${id} ${booklets[0]?.id}`
}

const bookletOf = (prepared: string) => {
  const [id = '', bookletId = ''] = prepared.split(' ')
  return { id, bookletId }
}

/** Enough people for their figures to be shown. */
async function givesVouchers({ placeId, organisationId }: Scene): Promise<string> {
  for (const _ of Array.from({ length: fewestPeople })) {
    const day = new Date('2025-03-01')
    await db.referral.create({
      data: {
        ...{ placeId, organisationId, code: drawCode(), services: ['EMPLOYMENT'], status: 'CANCELLED', closedAt: day },
        ...{ informedAt: day, agreedAt: day },
        booklets: { create: { vouchers: 5, givenOn: day, expiresOn: new Date('2026-03-01') } },
      },
    })
  }
  return placeId
}

export const helperLists: Readonly<Record<string, List>> = {
  'vouchers/queries bookletsFor (the helper)': {
    may: colleagues,
    prepare: withBooklet,
    sees: async (user, _, ids) => (await bookletsFor({ side: 'HELPER', user }, bookletOf(ids).id)) !== null,
  },
  'vouchers/queries bookletsFor (the place)': {
    may: ['placeEditor'],
    prepare: withBooklet,
    sees: async (user, _, ids) => (await bookletsFor({ side: 'PLACE', user }, bookletOf(ids).id)) !== null,
  },
  'vouchers/figures/queries listVoucherFigures': {
    may: readsHub,
    prepare: givesVouchers,
    sees: async (user, { departmentCode }) =>
      (await listVoucherFigures(user, 2025)).some((row) => row.departmentCode === departmentCode),
  },
  'accounts/joining/queries countJoiningFor': {
    may: letsIn,
    sees: (user, scene) =>
      counts(
        () => asked.countJoiningFor(user),
        () => asks(scene),
      ),
  },
  'accounts/joining/queries listJoiningFor': {
    may: letsIn,
    prepare: asks,
    sees: async (user, _, id) => (await asked.listJoiningFor(user)).some((request) => request.id === id),
  },
  'organisations/agreements/queries countAgreementsFor': {
    may: coordinates,
    sees: (user, scene) =>
      counts(
        () => countAgreementsFor(user),
        () => wantsAgreement(scene),
      ),
  },
  'organisations/agreements/queries listAgreementsFor': {
    may: coordinates,
    prepare: wantsAgreement,
    sees: async (user, _, id) => (await listAgreementsFor(user)).some((asked) => asked.id === id),
  },
  'organisations/agreements/queries listAnsweredFor': {
    may: coordinates,
    prepare: gotAgreement,
    sees: async (user, _, id) => (await listAnsweredFor(user)).some((answered) => answered.id === id),
  },
  'accounts/joining/queries listApprovingHubs': {
    may: coordinates,
    sees: async (user, { hubId }) => (await asked.listApprovingHubs(user)).some(({ id }) => id === hubId),
  },
  'organisations/queries listOrganisationsOf': {
    may: colleagues,
    sees: async (user, { organisationId }) => (await listOrganisationsOf(user)).some(({ id }) => id === organisationId),
  },
}
