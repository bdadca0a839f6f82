import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acceptAsNewcomer, acceptInvitation } from '@/lib/accounts/invitations/accepting/mutations'
import { invite, resendInvitation, revokeInvitation } from '@/lib/accounts/invitations/mutations'
import { countInvitationsFor, invitationOfToken, listInvitationsFor } from '@/lib/accounts/invitations/queries'
import { invitationInput } from '@/lib/accounts/invitations/schema'
import { changeRole, removeMembership } from '@/lib/accounts/people/mutations'
import { getPersonFor, listPeopleFor } from '@/lib/accounts/people/queries'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { signIn } from '@/lib/auth'
import { db } from '@/lib/db'
import { ForbiddenError, UserError } from '@/lib/errors'
import { createPlace } from '@/lib/places/mutations'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

const email = 'nouvelle@example.org'
const password = 'une phrase bien longue'
const centre = { role: 'HUB_COORDINATOR' as const, hubSlug: 'hub-centre' }

let hubId: string
let places: string[]
let admin: CurrentUser
let coordinator: CurrentUser

beforeAll(async () => {
  hubId = await makeHub('hub-centre', ['41', '37'])
  await makeHub('hub-ouest', ['35'])
  const author = await makeUser('author@example.org', { role: 'NATIONAL_ADMIN' })
  const made = await Promise.all(['Blois', 'Vendôme'].map((name) => createPlace(author, placeNamed(name))))
  places = made.map(({ id }) => id).sort()
})

beforeEach(async () => {
  await db.invitation.deleteMany()
  await db.outboxMail.deleteMany()
  await db.throttle.deleteMany()
  await db.user.deleteMany()
  admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  coordinator = await makeUser('coordinator@example.org', centre)
})

const offer = (fields: Record<string, unknown> = {}) =>
  invitationInput.parse({ email, role: 'HUB_EDITOR', hubId, ...fields })

/** The secret of the last message. */
async function tokenSent(): Promise<string> {
  const { text } = await db.outboxMail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return /\/invitation\/(\S+)$/m.exec(text)?.[1] ?? ''
}

const rolesOf = async (address: string) => {
  const { id } = await db.user.findUniqueOrThrow({ where: { email: address } })
  return (await membershipsOf(id)).map(({ role, hubSlug, placeId }) => [role, hubSlug ?? placeId].join(' '))
}

describe('an invitation', () => {
  test('leaves as a message whose link the database cannot tell', async () => {
    await invite(coordinator, offer())
    const mail = await db.outboxMail.findFirstOrThrow()
    expect(mail).toMatchObject({ to: email, status: 'WAITING' })
    expect(mail.text).toContain('coordinator vous invite')
    expect(mail.text).toContain('saisie, hub-centre')
    expect(JSON.stringify(await db.invitation.findMany())).not.toContain(await tokenSent())
  })

  test('makes an account with the role, a name and a password to sign in with', async () => {
    await invite(coordinator, offer())
    const token = await tokenSent()
    expect(await invitationOfToken(token)).toMatchObject({ email, hasAccount: false, inviterName: 'coordinator' })
    expect(await acceptAsNewcomer(token, 'Camille', password)).toBe(email)
    expect(await rolesOf(email)).toEqual(['HUB_EDITOR hub-centre'])
    await signIn(email, password, '192.0.2.1')
    expect(await db.user.findUnique({ where: { email } })).toMatchObject({ name: 'Camille', emailVerified: true })
    expect(await invitationOfToken(token)).toBeNull()
  })

  test('adds to the roles of whoever has an account, once signed in', async () => {
    const person = await makeUser(email, { role: 'READER', hubSlug: 'hub-ouest' })
    await db.account.create({
      data: { userId: person.id, providerId: 'credential', accountId: person.id, password: 'x' },
    })
    await invite(coordinator, offer({ role: 'PLACE_EDITOR', placeIds: places }))
    const token = await tokenSent()
    expect(await invitationOfToken(token)).toMatchObject({
      hasAccount: true,
      places: [{ id: places[0] }, { id: places[1] }],
    })
    await expect(acceptAsNewcomer(token, 'Autre', password)).rejects.toThrow('déjà un compte')
    await acceptInvitation(person, token)
    expect(await rolesOf(email)).toEqual(['READER hub-ouest', `PLACE_EDITOR ${places[0]}`, `PLACE_EDITOR ${places[1]}`])
  })

  test('is not taken up by somebody else who holds its link', async () => {
    await invite(coordinator, offer())
    const other = await makeUser('autre@example.org')
    await expect(acceptInvitation(other, await tokenSent())).rejects.toThrow('pour une autre adresse')
    expect(await rolesOf('autre@example.org')).toEqual([])
    expect(await countInvitationsFor(coordinator)).toBe(1)
  })

  test('serves once when its link is followed ten times at once', async () => {
    await invite(coordinator, offer())
    const token = await tokenSent()
    const answers = Array.from({ length: 10 }, (_, n) => acceptAsNewcomer(token, `N${n}`, password))
    const results = await Promise.allSettled(answers)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await rolesOf(email)).toEqual(['HUB_EDITOR hub-centre'])
  })

  test('no longer works once sent again, cancelled or two weeks old', async () => {
    const id = await invite(coordinator, offer())
    const first = await tokenSent()
    await resendInvitation(admin, id)
    const second = await tokenSent()
    expect(await db.outboxMail.count()).toBe(2)
    await expect(acceptAsNewcomer(first, 'Camille', password)).rejects.toThrow('ne marche plus')
    await db.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    await expect(acceptAsNewcomer(second, 'Camille', password)).rejects.toThrow('ne marche plus')
    await resendInvitation(coordinator, id)
    const third = await tokenSent()
    await revokeInvitation(coordinator, id)
    expect(await invitationOfToken(third)).toBeNull()
    await expect(acceptAsNewcomer(third, 'Camille', password)).rejects.toThrow('ne marche plus')
    await expect(resendInvitation(coordinator, id)).rejects.toThrow('annulée')
    expect(await db.user.findUnique({ where: { email } })).toBeNull()
  })

  test('is worth nothing once whoever sent it may no longer give the role', async () => {
    await invite(coordinator, offer())
    const token = await tokenSent()
    const { id } = await db.membership.findFirstOrThrow({ where: { userId: coordinator.id } })
    await removeMembership(admin, id)
    expect(await invitationOfToken(token)).toBeNull()
    await expect(acceptAsNewcomer(token, 'Camille', password)).rejects.toThrow('ne marche plus')
  })

  test('is made once while it waits, and not for a role that is held, nor to oneself', async () => {
    await invite(coordinator, offer())
    const again = invite(coordinator, offer({ email: email.toUpperCase() }))
    await expect(again).rejects.toThrow('attend déjà')
    await acceptAsNewcomer(await tokenSent(), 'Camille', password)
    await expect(invite(coordinator, offer())).rejects.toThrow('déjà ce rôle')
    await expect(invite(coordinator, offer({ email: 'Coordinator@example.org' }))).rejects.toThrow('vous inviter')
  })

  test('is made once when it is sent ten times at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => invite(coordinator, offer())))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.outboxMail.count()).toBe(1)
  })

  test('is told to those who follow the hub or the places, with its age', async () => {
    await invite(admin, offer())
    await invite(admin, offer({ role: 'PLACE_EDITOR', placeIds: places }))
    await invite(admin, offer({ role: 'NATIONAL_ADMIN' }))
    const elsewhere = await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
    const counts = [admin, coordinator, elsewhere].map(countInvitationsFor)
    expect(await Promise.all(counts)).toEqual([3, 2, 0])
    const listed = await listInvitationsFor(coordinator)
    expect(listed.map(({ role }) => role)).toEqual(['HUB_EDITOR', 'PLACE_EDITOR'])
  })
})

describe('a role', () => {
  const membershipOf = async (person: CurrentUser) =>
    (await db.membership.findFirstOrThrow({ where: { userId: person.id } })).id

  const session = (userId: string) => ({ userId, token: userId, expiresAt: new Date(Date.now() + 1000) })

  test('taken back is gone at the next request, and the last one closes every session', async () => {
    const person = await makeUser(email, centre, { role: 'READER', hubSlug: 'hub-ouest' })
    await db.session.create({ data: session(person.id) })
    await removeMembership(coordinator, await membershipOf(person))
    expect(await rolesOf(email)).toEqual(['READER hub-ouest'])
    expect(await db.session.count()).toBe(1)
    await expect(removeMembership(coordinator, await membershipOf(person))).rejects.toThrow(ForbiddenError)
    await removeMembership(admin, await membershipOf(person))
    expect(await db.session.count()).toBe(0)
  })

  test('in a hub is changed by who gives both, and by nobody for herself', async () => {
    const person = await makeUser(email, { role: 'READER', hubSlug: 'hub-centre' })
    await changeRole(coordinator, await membershipOf(person), 'HUB_EDITOR')
    expect(await rolesOf(email)).toEqual(['HUB_EDITOR hub-centre'])
    await expect(changeRole(coordinator, await membershipOf(coordinator), 'READER')).rejects.toThrow(
      'vos propres rôles',
    )
    await expect(removeMembership(admin, await membershipOf(admin))).rejects.toThrow('vos propres rôles')
    await expect(changeRole(admin, await membershipOf(person), 'NATIONAL_ADMIN')).rejects.toThrow(UserError)
  })

  test('of national administrator is never the last to go, even when two take each other’s at once', async () => {
    const other = await makeUser('autre@example.org', { role: 'NATIONAL_ADMIN' })
    const [mine, hers] = [await membershipOf(admin), await membershipOf(other)]
    const results = await Promise.allSettled([removeMembership(admin, hers), removeMembership(other, mine)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.membership.count({ where: { role: 'NATIONAL_ADMIN' } })).toBe(1)
  })

  test('is shown to those who give it there, and no other role of the same person', async () => {
    const person = await makeUser(
      email,
      { role: 'READER', hubSlug: 'hub-ouest' },
      { role: 'PLACE_EDITOR', placeId: places[0] },
    )
    const { people } = await listPeopleFor(coordinator, {})
    expect(people.map(({ email: address }) => address)).toEqual(['coordinator@example.org', email])
    expect(people[1]?.memberships.map(({ role }) => role)).toEqual(['PLACE_EDITOR'])
    expect((await listPeopleFor(admin, { q: 'NOUV' })).people[0]?.memberships).toHaveLength(2)
    await expect(getPersonFor(coordinator, admin.id)).rejects.toThrow('n’existe pas')
    expect((await getPersonFor(coordinator, person.id)).memberships).toHaveLength(1)
  })
})

test('everything about roles is told in the audit trail', async () => {
  const email = 'journal@example.org'
  const id = await invite(coordinator, offer({ email }))
  await resendInvitation(coordinator, id)
  await acceptAsNewcomer(await tokenSent(), 'Camille', password)
  const person = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true, memberships: true } })
  const [membership] = person.memberships
  await changeRole(coordinator, membership?.id ?? '', 'READER')
  await removeMembership(coordinator, membership?.id ?? '')
  const entries = await db.auditEntry.findMany({
    where: { OR: [{ subject: `invitation ${email}` }, { subject: `user ${person.id}` }] },
    orderBy: { at: 'asc' },
  })
  expect(entries.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
    'invitation.sent coordinator@example.org',
    'invitation.sent coordinator@example.org',
    `invitation.accepted ${email}`,
    'membership.changed coordinator@example.org',
    'membership.removed coordinator@example.org',
  ])
})
