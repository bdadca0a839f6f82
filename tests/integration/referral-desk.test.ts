import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { closeMarks, readMark } from '@/lib/page-cache/queries'
import { moveReferral, redirectReferral } from '@/lib/referrals/mutations'
import { listOtherPlaces, listTaking, searchTaking } from '@/lib/referrals/places/queries'
import { listReceived, listSent, referralsPerPage } from '@/lib/referrals/queries'
import { isMisread, redirectInput, referralFilters } from '@/lib/referrals/schema'
import { sendReferral } from '@/lib/referrals/sending/mutations'
import { later, now } from '../support/referral-scene'
import { doing, makeEditor, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from '../support/referrals'

let helper: CurrentUser
let colleague: CurrentUser

beforeAll(async () => {
  const organisationId = await makeOrganisation()
  helper = await makeHelper('helper@example.org', organisationId)
  colleague = await makeHelper('colleague@example.org', organisationId)
})

afterAll(closeMarks)

const filters = (asked: Record<string, string> = {}) => referralFilters.parse(asked)
const board = (asked: Record<string, string>) => listSent(helper, filters(asked))

test('a referral is offered to the places that take it, and no other', async () => {
  const takes = await makeReceivingPlace('Prend')
  const refuses = await makeReceivingPlace('Ne prend pas', { takesReferrals: false })
  const unreachable = await makeReceivingPlace('Sans adresse', { emails: [] })
  const draft = await makeReceivingPlace('Brouillon', { status: 'DRAFT', publishedAt: null })
  expect(await listTaking([takes, refuses, unreachable, draft])).toEqual(new Set([takes]))
  expect(await listTaking([])).toEqual(new Set())
  expect((await searchTaking('Prend Blois', 'adp-0')).map(({ id }) => id)).toEqual([takes])
  expect(await searchTaking('Prend Blois', takes)).toEqual([])
})

test('kept pages learn that the first account of a place lets it take referrals', async () => {
  const placeId = await makeReceivingPlace('Bientôt joignable', { emails: [] })
  const before = await readMark()
  const { id } = await makeEditor('first@example.org', placeId)
  const after = await readMark()
  expect(after).not.toBe(before)
  expect(await listTaking([placeId])).toEqual(new Set([placeId]))
  await db.membership.deleteMany({ where: { userId: id } })
  expect(await readMark()).not.toBe(after)
})

test('another place is the nearest for the same help, the support asked for first, never one tried or closed', async () => {
  const inAMonth = new Date(Date.now() + 30 * 24 * 3600 * 1000)
  const far = { latitude: 43.3, longitude: 5.4, communeCode: '13055', postcode: '13001' }
  const services = { create: { service: 'DIGITAL_CULTURE' } }
  const asked = await makeReceivingPlace('Celui-ci', { ...far, services })
  const near = await makeReceivingPlace('Tout près', { ...far, services, latitude: 43.31 })
  const workshop = await makeReceivingPlace('En atelier', {
    ...far,
    latitude: 43.4,
    supportModes: ['WORKSHOP'],
    services: { create: { service: 'DIGITAL_CULTURE', supportModes: ['WORKSHOP'] } },
  })
  await makeReceivingPlace('Autre aide', far)
  await makeReceivingPlace('Ne prend pas', { ...far, services, takesReferrals: false })
  // One that is closed for a month, and one where she was sent before.
  await makeReceivingPlace('Fermé', { ...far, services, closures: { create: { from: new Date(), to: inAMonth } } })
  const tried = await makeReceivingPlace('Déjà essayé', { ...far, services })
  const user = await makeHelper('elsewhere@example.org', await makeOrganisation('Ailleurs'))
  const first = await sendReferral(user, referralTo(tried, { services: ['DIGITAL_CULTURE'] }))
  const redirect = redirectInput.parse({ id: first.id, version: 1, placeId: asked, agreed: 'on' })
  const { id } = await redirectReferral({ side: 'HELPER', user }, redirect)
  const wanted = { id, place: far, services: ['DIGITAL_CULTURE' as const] }
  const found = async (supportMode: 'WORKSHOP' | null) =>
    (await listOtherPlaces({ ...wanted, supportMode })).map(({ id }) => id)
  expect(await found(null)).toEqual([near, workshop])
  expect(await found('WORKSHOP')).toEqual([workshop, near])
})

test('the board tells what is hers from her structure’s, by state and by code, page after page', async () => {
  const placeId = await makeReceivingPlace('Suivi')
  const mine = await sendReferral(helper, referralTo(placeId))
  for (let sent = 0; sent < referralsPerPage; sent++) await sendReferral(colleague, referralTo(placeId))
  expect(await board({ etat: 'waiting' })).toMatchObject({
    counts: { waiting: referralsPerPage + 1, todo: 0 },
    pages: 2,
  })
  expect((await board({ etat: 'waiting', page: '2' })).referrals).toHaveLength(1)
  expect((await board({ etat: 'waiting', a: 'moi' })).referrals.map(({ id }) => id)).toEqual([mine.id])
  await moveReferral({ side: 'HELPER', user: helper }, doing('CANCEL', mine.id, 1))
  expect((await board({ statut: 'CANCELLED' })).referrals.map(({ id }) => id)).toEqual([mine.id])
  const typed = `${mine.code.slice(0, 4)}-${mine.code.slice(4)}`.toLowerCase()
  expect((await board({ code: typed })).referrals.map(({ id }) => id)).toEqual([mine.id])
  expect((await board({ statut: 'nope', page: '-3' })).referrals).toEqual([])
})

test('the board and the inbox show what waits for whom, the most urgent first, and what is late', async () => {
  const organisation = await makeOrganisation('Bibliothèque')
  const [me, her] = [
    await makeHelper('me@example.org', organisation),
    await makeHelper('her@example.org', organisation),
  ]
  const receiving = await makeReceivingPlace('Tiers-lieu')
  const answers = await makeEditor('answers@example.org', receiving)
  const party = { side: 'PLACE', user: answers } as const
  const at = [later(48), now, later(24)]
  const [second, first, third] = await Promise.all(at.map((when) => sendReferral(me, referralTo(receiving), when)))
  if (!first || !second || !third) throw new Error('Three were sent.')
  const hers = await sendReferral(her, referralTo(receiving), later(72))
  await moveReferral(party, doing('REFUSE', third.id, 1, { reason: 'CLOSED' }), now)
  const inbox = await listReceived(answers, filters(), later(24 * 3))
  expect(inbox.referrals.map(({ id }) => id)).toEqual([first.id, second.id, hers.id])
  expect(inbox.counts).toEqual({ todo: 3, waiting: 1, closed: 0, late: 1 })
  expect(inbox.pages).toBe(1)
  const shown = async (fields: Record<string, string>) =>
    (await listSent(me, filters(fields), now)).referrals.map(({ id }) => id)
  expect(await shown({})).toEqual([third.id])
  expect(await shown({ etat: 'waiting' })).toEqual([first.id, second.id, hers.id])
  expect(await shown({ etat: 'waiting', a: 'moi' })).toEqual([first.id, second.id])
  await moveReferral({ side: 'HELPER', user: her }, doing('CANCEL', third.id, 2), now)
  expect(await shown({ etat: 'closed' })).toEqual([third.id])
  expect(await shown({ code: ` ${third.code.toLowerCase()} ` })).toEqual([third.id])
  expect(await shown({ code: 'pas un code' })).toEqual([])
  expect(await shown({ etat: 'nonsense', page: '-1' })).toEqual([])
  expect((await listReceived(answers, filters({ lieu: await makeReceivingPlace('Ailleurs') }), now)).referrals).toEqual(
    [],
  )
  const beyond = await listReceived(answers, filters({ page: '7' }), now)
  expect([beyond.page, beyond.referrals.length], 'the last page, where there is no such one').toEqual([1, 3])
  const ofState = await listReceived(answers, filters({ statut: 'HELPED' }), now)
  expect(ofState.referrals, 'the inbox has no such filter').toHaveLength(3)
  expect([{}, { statut: '', code: '' }, { etat: 'closed', page: '2' }].map(isMisread)).toEqual([false, false, false])
  expect([{ etat: 'x' }, { statut: 'x' }, { lieu: 'x' }, { page: '0' }].map(isMisread)).toEqual(Array(4).fill(true))
})
