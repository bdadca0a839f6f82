import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acceptAsNewcomer } from '@/lib/accounts/invitations/accepting/mutations'
import { invite } from '@/lib/accounts/invitations/mutations'
import { colleagueInvitation } from '@/lib/accounts/invitations/schema'
import { joinAsNewcomer } from '@/lib/accounts/joining/confirming/mutations'
import { removeMembership } from '@/lib/accounts/people/mutations'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { ensureOrganisation, leaveOrganisation, saveProfession } from '@/lib/organisations/mutations'
import { listOrganisationsOf, listSendersFor } from '@/lib/organisations/queries'
import { moveReferral } from '@/lib/referrals/mutations'
import { sendReferral } from '@/lib/referrals/sending/mutations'
import { ask, helper, now, password, siret } from '../support/joining'
import { makeHub, makeUser } from '../support/people'
import { doing, makeReceivingPlace, referralTo } from '../support/referrals'

let coordinator: CurrentUser
let elsewhere: CurrentUser

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  await makeHub('hub-ouest', ['35'])
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  elsewhere = await makeUser('ouest@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
})

beforeEach(async () => {
  await db.referral.deleteMany()
  await db.user.deleteMany({ where: { id: { notIn: [coordinator.id, elsewhere.id] } } })
  await db.joinRequest.deleteMany()
  await db.organisation.deleteMany()
  await db.outboxMail.deleteMany()
})

const membershipOf = async (user: CurrentUser) =>
  (await db.membership.findFirstOrThrow({ where: { userId: user.id } })).id

describe('a team', () => {
  test('grows by the invitation of a colleague or of its hub, and of no other', async () => {
    const first = await helper('first@example.org')
    const organisationId = first.memberships[0]?.organisationId
    await invite(first, colleagueInvitation.parse({ email: 'second@example.org', organisationId }))
    const { text } = await db.outboxMail.findFirstOrThrow({ where: { to: 'second@example.org' } })
    expect(text).toContain('aidant, CCAS de Blois')
    await acceptAsNewcomer(/\/invitation\/(\S+)$/m.exec(text)?.[1] ?? '', 'Dominique', password)
    expect((await listOrganisationsOf(first))[0]?.memberships.map(({ user }) => user.name)).toEqual([
      'first',
      'Dominique',
    ])
    await expect(
      invite(coordinator, colleagueInvitation.parse({ email: 'third@example.org', organisationId })),
    ).resolves.toBeTruthy()
    await expect(
      invite(elsewhere, colleagueInvitation.parse({ email: 'fourth@example.org', organisationId })),
    ).rejects.toThrow(ForbiddenError)
  })

  test('is left by its last member only when she knows it', async () => {
    const [first, second] = [await helper('first@example.org'), await helper('second@example.org')]
    const organisationId = first.memberships[0]?.organisationId ?? ''
    await leaveOrganisation(second, organisationId, false)
    await expect(leaveOrganisation(first, organisationId, false)).rejects.toThrow('dernière personne')
    await expect(leaveOrganisation(second, organisationId, true)).rejects.toThrow(NotFoundError)
    await leaveOrganisation(first, organisationId, true)
    expect(await db.membership.count({ where: { organisationId } })).toBe(0)
    // What it followed is still there: whoever types its SIRET waits for the hub.
    expect(await joinAsNewcomer(await ask(), password)).toMatchObject({ joined: 'WAITING' })
  })

  test('keeps one of two who leave at once', async () => {
    const members = [await helper('first@example.org'), await helper('second@example.org')]
    const organisationId = members[0]?.memberships[0]?.organisationId ?? ''
    const left = await Promise.allSettled(members.map((member) => leaveOrganisation(member, organisationId, false)))
    expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('keeps somebody for the referrals that are under way, whoever leaves or removes the other at once', async () => {
    const [first, second] = [await helper('first@example.org'), await helper('second@example.org')]
    const organisationId = first.memberships[0]?.organisationId ?? ''
    const { id } = await sendReferral(first, referralTo(await makeReceivingPlace('Médiathèque')))
    const [one, two] = [await membershipOf(first), await membershipOf(second)]
    const removed = await Promise.allSettled([removeMembership(first, two), removeMembership(second, one)])
    expect(removed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const last = await db.membership.findFirstOrThrow({ where: { organisationId }, include: { user: true } })
    const remaining = last.userId === first.id ? first : second
    await expect(leaveOrganisation(remaining, organisationId, true)).rejects.toThrow('des orientations sont en cours')
    await moveReferral({ side: 'HELPER', user: remaining }, doing('CANCEL', id, 1))
    await leaveOrganisation(remaining, organisationId, true)
    expect(await db.membership.count({ where: { organisationId } })).toBe(0)
  })

  test('removes a colleague, not a stranger, and nobody removes herself so', async () => {
    const [first, second] = [await helper('first@example.org'), await helper('second@example.org')]
    await expect(removeMembership(first, await membershipOf(first))).rejects.toThrow(ForbiddenError)
    await expect(removeMembership(first, await membershipOf(coordinator))).rejects.toThrow(ForbiddenError)
    await removeMembership(first, await membershipOf(second))
    expect((await now('second@example.org')).memberships).toEqual([])
    const mail = await db.outboxMail.findFirstOrThrow({ where: { to: 'second@example.org' } })
    expect(mail.text).toContain('first a retiré votre rôle sur À deux pas\u00a0: aidant, CCAS de Blois.')
  })

  test('shows what each says of herself', async () => {
    const first = await helper('first@example.org')
    const organisationId = first.memberships[0]?.organisationId ?? ''
    await saveProfession(first, { organisationId, profession: 'Bibliothécaire' })
    expect((await listOrganisationsOf(first))[0]?.memberships[0]?.profession).toBe('Bibliothécaire')
    await expect(saveProfession(coordinator, { organisationId, profession: 'X' })).rejects.toThrow(UserError)
  })
})

test('a hub sees who sends people to its places, even from a commune declared elsewhere; another hub does not', async () => {
  const organisationId = await ensureOrganisation({ name: 'Ailleurs', siret, communeCode: '35238' })
  const sender = await makeUser('sender@example.org', { role: 'HELPER', organisationId })
  await sendReferral(sender, referralTo(await makeReceivingPlace('Médiathèque')))
  expect(await listSendersFor(coordinator)).toMatchObject([{ name: 'Ailleurs', commune: 'Rennes (35)', sent: 1 }])
  expect([await listSendersFor(elsewhere), await listSendersFor(sender)]).toEqual([[], []])
})
