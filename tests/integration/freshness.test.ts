import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { confirmationToken } from '@/lib/freshness/link'
import { confirmAsCoordinator, confirmByLink, proposeByLink, saveHubDelays } from '@/lib/freshness/mutations'
import { countUnconfirmedFor, listUnconfirmedFor, openLink } from '@/lib/freshness/queries'
import { runFreshnessRound } from '@/lib/freshness/round/mutations'
import { structureProposal } from '@/lib/freshness/schema'
import { addDays } from '@/lib/hours/closure'
import { compareVersions, listRevisions } from '@/lib/places/back-office/queries'
import { prepareBulkEdit, startBulkEdit } from '@/lib/places/bulk/mutations'
import { createPlace, setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import { getPublishedPlace } from '@/lib/places/queries'
import { answerProposal } from '@/lib/proposals/mutations'
import { TooManyAttemptsError } from '@/lib/throttle/limits'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

let admin: CurrentUser
let coordinator: CurrentUser
let elsewhere: CurrentUser
let hubId: string

/** The day when places are confirmed, and so many days later. */
const start = '2026-01-10'
const day = (days: number) => new Date(`${addDays(start, days)}T05:00:00Z`)
/** Six months after. */
const due = 181

let count = 0

async function published(name: string, fields: Record<string, unknown> = {}): Promise<string> {
  const emails = `accueil-${++count}@example.org`
  const { id, version } = await createPlace(admin, placeNamed(name, { emails, ...fields }))
  await setPlaceStatus(admin, id, version, 'PUBLISHED')
  await db.place.update({ where: { id }, data: { verifiedAt: day(0), recordDate: day(0) } })
  return id
}

const requestOf = (placeId: string) =>
  db.confirmationRequest.findFirstOrThrow({ where: { placeId }, orderBy: { id: 'desc' } })
const freshnessOf = async (id: string) =>
  (await db.place.findUniqueOrThrow({ where: { id }, select: { freshness: true } })).freshness
const tokenOf = async (placeId: string) => confirmationToken(env().SECRET, (await requestOf(placeId)).id)
const subjects = async () =>
  (await db.outboxMail.findMany({ orderBy: { id: 'asc' } })).map(({ subject }) => subject.split('\u00a0')[0])

/** What the link of a place would send. */
async function answerOf(id: string, fields: Record<string, unknown> = {}) {
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

beforeAll(async () => {
  hubId = await makeHub('hub-centre', ['41', '37'])
  await makeHub('hub-ouest', ['35'])
  admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  elsewhere = await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
})

beforeEach(async () => {
  await db.place.deleteMany()
  await db.outboxMail.deleteMany()
  await db.throttle.deleteMany()
  await db.hub.update({ where: { id: hubId }, data: { confirmAfterMonths: 6, holdAfterMonths: null } })
})

/** A listing that its hub withdrew, at version 3. */
async function withdrawn(name: string): Promise<string> {
  await saveHubDelays(coordinator, { hubId, confirmAfterMonths: 6, holdAfterMonths: 3 })
  const id = await published(name)
  for (const later of [0, 14, 28, 42, 95]) await runFreshnessRound(day(due + later))
  expect((await requestOf(id)).heldOn).not.toBeNull()
  return id
}

async function publishWithOthers(id: string) {
  const edit = await prepareBulkEdit(coordinator, { kind: 'status', status: 'PUBLISHED' }, { ids: [id] })
  await startBulkEdit(coordinator, edit, null)
}

describe('the round of every day', () => {
  test('asks after six months, reminds at two and four weeks, tells citizens, lowers, and asks no more', async () => {
    const id = await published('À Blois')
    const seen: Record<number, string> = {}
    for (const later of [-1, 0, 1, 13, 14, 27, 28, 41, 42, 83, 84, 200, 400]) {
      await runFreshnessRound(day(due + later))
      seen[later] = `${await db.outboxMail.count()} ${await freshnessOf(id)}`
    }
    expect(seen).toEqual({
      [-1]: '0 CURRENT',
      0: '1 CURRENT',
      1: '1 CURRENT',
      13: '1 CURRENT',
      14: '2 CURRENT',
      27: '2 CURRENT',
      28: '3 CURRENT',
      41: '3 CURRENT',
      42: '3 UNCONFIRMED',
      83: '3 UNCONFIRMED',
      84: '3 STALE',
      200: '3 STALE',
      400: '3 STALE',
    })
    expect(await subjects()).toEqual(['À Blois', 'Rappel', 'Dernier rappel'])
    const [mail] = await db.outboxMail.findMany()
    expect(mail).toMatchObject({ to: (await requestOf(id)).email, status: 'WAITING' })
    expect(mail?.text.split('\n')).toContain(`${env().PUBLIC_URL}/confirmer/${await tokenOf(id)}`)
  })

  test('waits as long as the hub chose, and as the shortest of two that share a département', async () => {
    const [blois, rennes] = [
      await published('Blois'),
      await published('Rennes', { communeCode: '35238', postcode: '35000' }),
    ]
    await saveHubDelays(coordinator, { hubId, confirmAfterMonths: 3, holdAfterMonths: null })
    await runFreshnessRound(day(91))
    expect(await db.confirmationRequest.findMany()).toMatchObject([{ placeId: blois }])
    await makeHub('hub-national', ['35'])
    await db.hub.update({ where: { slug: 'hub-national' }, data: { confirmAfterMonths: 1 } })
    await runFreshnessRound(day(92))
    expect((await db.confirmationRequest.findMany({ orderBy: { id: 'asc' } })).map(({ placeId }) => placeId)).toEqual([
      blois,
      rennes,
    ])
    await db.hub.delete({ where: { slug: 'hub-national' } })
  })

  test('asks so many a day, those that waited longest first', async () => {
    const [later, first] = [await published('À Blois'), await published('À Vendôme')]
    await db.place.update({ where: { id: first }, data: { verifiedAt: day(-30), recordDate: day(-30) } })
    const asked = async () => (await db.confirmationRequest.findMany({ orderBy: { id: 'asc' } })).map((r) => r.placeId)
    for (const _again of [1, 2]) await runFreshnessRound(day(due), undefined, 1)
    expect(await asked()).toEqual([first])
    await runFreshnessRound(day(due + 1), undefined, 1)
    expect(await asked()).toEqual([first, later])
  })

  test('two instances at once, or a round done again, send each message once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => published(`Lieu ${index}`)))
    for (const later of [0, 14, 28]) {
      await Promise.all([1, 2, 3].map(() => runFreshnessRound(day(due + later))))
      await runFreshnessRound(day(due + later))
    }
    expect(await db.outboxMail.count()).toBe(3 * ids.length)
    expect(await db.confirmationRequest.count()).toBe(ids.length)
  })

  test('one that is cut short leaves no request without its message, and the next takes up the rest', async () => {
    const ids = [await published('Premier'), await published('Second')]
    await db.$executeRaw`
      CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut short'; END $$`
    await db.$executeRaw`
      CREATE TRIGGER fail_once AFTER INSERT ON "OutboxMail" FOR EACH STATEMENT EXECUTE FUNCTION fail_once()`
    await expect(runFreshnessRound(day(due))).rejects.toThrow()
    expect([await db.confirmationRequest.count(), await db.outboxMail.count()]).toEqual([0, 0])
    await db.$executeRaw`DROP TRIGGER fail_once ON "OutboxMail"`
    await db.$executeRaw`DROP FUNCTION fail_once`
    await runFreshnessRound(day(due + 1))
    expect([await db.confirmationRequest.count(), await db.outboxMail.count()]).toEqual([ids.length, ids.length])
  })

  test('late by a month, it still leaves two weeks between messages', async () => {
    await published('À Blois')
    await runFreshnessRound(day(due))
    for (const later of [40, 41, 54]) await runFreshnessRound(day(due + later))
    expect((await db.outboxMail.count()) - 0).toBe(3)
    expect(await requestOf((await db.place.findFirstOrThrow()).id)).toMatchObject({ messages: 3, noticedOn: null })
    await runFreshnessRound(day(due + 68))
    expect(await db.confirmationRequest.findFirst()).toMatchObject({ noticedOn: new Date(addDays(start, due + 68)) })
  })

  test('a place without an address goes to its coordinators at once, one whose message never arrived as soon as it is known', async () => {
    const none = await published('Sans adresse', { emails: '' })
    const lost = await published('Adresse morte')
    const asked = await published('Qui répondra')
    await runFreshnessRound(day(due))
    const reasons = async (user: CurrentUser) =>
      (await listUnconfirmedFor(user, 1)).places.map(({ id, reason }) => [id, reason])
    expect(await reasons(coordinator)).toEqual([[none, 'noEmail']])
    await db.outboxMail.updateMany({
      where: { key: `confirmation ${(await requestOf(lost)).letterId} 0` },
      data: { status: 'ABANDONED', lastError: '550 no such box' },
    })
    expect(await reasons(coordinator)).toEqual([
      [none, 'noEmail'],
      [lost, 'undelivered'],
    ])
    expect([await countUnconfirmedFor(coordinator), await countUnconfirmedFor(elsewhere)]).toEqual([2, 0])
    await runFreshnessRound(day(due + 14))
    expect((await requestOf(lost)).messages).toBe(1)
    expect(await listUnconfirmedFor(elsewhere, 1)).toMatchObject({ total: 0, asked: 0, places: [] })
    expect(await listUnconfirmedFor(coordinator, 1)).toMatchObject({ total: 2, asked: 1 })
    expect(asked).toBeTruthy()
  })

  test('only a hub that chose a delay withdraws a listing, with its reason in the history, and anybody who confirms brings it back', async () => {
    const id = await published('À Blois')
    for (const later of [0, 14, 28, 42, 84, 250]) await runFreshnessRound(day(due + later))
    expect(await getPublishedPlace(id)).toMatchObject({ freshness: 'STALE' })
    await saveHubDelays(coordinator, { hubId, confirmAfterMonths: 6, holdAfterMonths: 9 })
    await runFreshnessRound(day(due + 260))
    expect(await getPublishedPlace(id)).not.toBeNull()
    await runFreshnessRound(day(due + 280))
    expect(await getPublishedPlace(id)).toBeNull()
    expect((await listUnconfirmedFor(coordinator, 1)).places).toMatchObject([{ id, reason: 'held', status: 'DRAFT' }])
    const [last] = await listRevisions(coordinator, id)
    expect(last).toMatchObject({ author: 'À deux pas', after: { status: 'DRAFT' }, version: 3 })
    expect(last?.reason).toMatch(/Personne n’a confirmé/)
    // An edit alone does not bring it back, nor take it off the list.
    await updatePlace(
      coordinator,
      id,
      3,
      placeNamed('À Blois', { emails: 'accueil@example.org', phone: '02 54 00 00 00' }),
    )
    expect(await countUnconfirmedFor(coordinator)).toBe(1)
    await expect(confirmAsCoordinator(elsewhere, id, 4)).rejects.toThrow(ForbiddenError)
    await confirmAsCoordinator(coordinator, id, 4)
    expect(await getPublishedPlace(id)).toMatchObject({ freshness: 'CURRENT' })
    expect(await countUnconfirmedFor(coordinator)).toBe(0)
    await runFreshnessRound(new Date())
    expect(await getPublishedPlace(id)).not.toBeNull()
  })

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['published by hand', (id) => setPlaceStatus(coordinator, id, 3, 'PUBLISHED')],
    ['published with others, which confirms nothing', (id) => publishWithOthers(id)],
    ['archived, then taken back', (id) => setPlaceStatus(coordinator, id, 3, 'ARCHIVED')],
  ])('a withdrawn listing that was %s is no longer withdrawn by us', async (_, decide) => {
    const id = await withdrawn('À Blois')
    const token = await tokenOf(id)
    expect(await openLink(token, day(due + 96))).toMatchObject({ state: 'open' })
    await decide(id)
    expect(await requestOf(id)).toMatchObject({ heldOn: null, outcome: 'SETTLED' })
    await runFreshnessRound(day(due + 96))
    expect((await db.place.findUniqueOrThrow({ where: { id } })).status).not.toBe('DRAFT')
    // A draft that somebody makes of it is hers: nobody's link publishes it.
    await setPlaceStatus(coordinator, id, 4, 'DRAFT')
    expect(await openLink(token, day(due + 97))).toEqual({ state: 'over' })
    await confirmAsCoordinator(coordinator, id, 5)
    expect(await getPublishedPlace(id)).toBeNull()
  })

  test('a withdrawn listing that lacks what a citizen needs does not come back by being confirmed', async () => {
    const id = await withdrawn('À Blois')
    await db.placeService.deleteMany({ where: { placeId: id } })
    const link = { token: await tokenOf(id), version: 3 }
    for (const confirm of [
      () => confirmByLink(link, null, day(due + 96)),
      () => confirmAsCoordinator(coordinator, id, 3),
    ])
      await expect(confirm()).rejects.toThrow('au moins un service')
    expect(await openLink(link.token, day(due + 96))).toMatchObject({ state: 'open' })
    await proposeByLink(await answerOf(id, { services: ['EMPLOYMENT'] }), null, day(due + 96))
    expect(await db.proposal.count({ where: { placeId: id, status: 'OPEN' } })).toBe(1)
    // The coordinator may refuse all the same: the listing stays hers.
    const { id: proposalId } = await db.proposal.findFirstOrThrow({ where: { placeId: id } })
    await answerProposal(coordinator, {
      id: proposalId,
      version: 3,
      decision: 'refuse',
      word: null,
      take: [],
      value: {},
    })
    expect(await db.place.findUnique({ where: { id } })).toMatchObject({ status: 'DRAFT', version: 4 })
  })

  test('an address gets one message a round for all its listings, with a link for each', async () => {
    const emails = 'Mairie@Example.org'
    const ids = [await published('Un', { emails }), await published('Deux', { emails: 'mairie@example.org' })]
    const [alone] = [await published('Seul')]
    await runFreshnessRound(day(due))
    const sent = () => db.outboxMail.findMany({ where: { to: { startsWith: 'mairie', mode: 'insensitive' } } })
    expect(await db.outboxMail.count()).toBe(2)
    const [mail] = await sent()
    expect(mail?.subject).toBe('2 fiches de vos lieux\u00a0: sont-elles justes\u00a0?')
    for (const id of ids) expect(mail?.text).toContain(`/confirmer/${await tokenOf(id)}\n`)
    expect(mail?.text).not.toContain(await tokenOf(alone ?? ''))
    // Each is reminded of, until it is answered.
    await confirmByLink({ token: await tokenOf(ids[0] ?? ''), version: 2 }, null, day(due + 1))
    await runFreshnessRound(day(due + 14))
    expect((await sent()).map(({ subject }) => subject.split('\u00a0')[0])).toEqual(['2 fiches de vos lieux', 'Rappel'])
    expect((await sent())[1]?.text).toContain(await tokenOf(ids[1] ?? ''))
    // One that never arrived was about both.
    await db.outboxMail.updateMany({
      where: { id: mail?.id },
      data: { status: 'ABANDONED', lastError: '550 no such box' },
    })
    expect((await listUnconfirmedFor(coordinator, 1)).places).toMatchObject([{ id: ids[1], reason: 'undelivered' }])
  })

  test('whoever saves a place, or a later file, answers what was asked', async () => {
    const [saved, archived, renewed] = [await published('Un'), await published('Deux'), await published('Trois')]
    for (const later of [0, 14, 28, 42]) await runFreshnessRound(day(due + later))
    await updatePlace(coordinator, saved, 2, placeNamed('Un', { phone: '02 54 00 00 00' }))
    expect(await requestOf(saved)).toMatchObject({ outcome: 'SETTLED' })
    expect(await freshnessOf(saved)).toBe('CURRENT')
    await setPlaceStatus(coordinator, archived, 2, 'ARCHIVED')
    await db.place.update({ where: { id: renewed }, data: { recordDate: day(due + 30) } })
    await runFreshnessRound(day(due + 43))
    expect(await freshnessOf(renewed)).toBe('CURRENT')
    expect(await db.confirmationRequest.count({ where: { closedAt: null } })).toBe(0)
  })
})

describe('the link of a message', () => {
  let id: string
  beforeEach(async () => {
    id = await published('À Blois')
    await runFreshnessRound(day(due))
  })

  test('shows the listing as often as one likes, and changes nothing', async () => {
    const before = await db.place.findUnique({ where: { id } })
    const token = await tokenOf(id)
    for (let times = 0; times < 3; times++) expect(await openLink(token, day(due + 1))).toMatchObject({ state: 'open' })
    expect(await db.place.findUnique({ where: { id } })).toEqual(before)
    expect((await requestOf(id)).outcome).toBeNull()
  })

  test('confirms in one touch, once, says in the history who did, and is used up', async () => {
    const link = { token: await tokenOf(id), version: 2 }
    await Promise.all([1, 2, 3].map(() => confirmByLink(link, '192.0.2.1', day(due + 3))))
    expect(await db.place.findUnique({ where: { id } })).toMatchObject({ version: 3, verifiedAt: day(due + 3) })
    const [last] = await listRevisions(coordinator, id)
    expect(last).toMatchObject({ author: 'la structure, par le lien', version: 3 })
    expect(await openLink(link.token, day(due + 3))).toMatchObject({ state: 'answered', outcome: 'CONFIRMED' })
    expect(await getPublishedPlace(id)).toMatchObject({ isConfirmedByItself: true })
    expect(
      await db.auditEntry.findFirst({ where: { action: 'place.confirmed', subject: `place ${id}` } }),
    ).toMatchObject({ userId: null })
    await runFreshnessRound(day(due + 4))
    expect(await db.outboxMail.count()).toBe(1)
    // Whoever had the place open meanwhile is not told of a conflict: it says the same.
    expect(await compareVersions(coordinator, id, 2, 3)).toBeNull()
    expect(await setPlaceStatus(coordinator, id, 2, 'DRAFT')).toMatchObject({ version: 4 })
  })

  test('is over once somebody else verified the place, half a year later, or when it is not ours', async () => {
    const token = await tokenOf(id)
    expect(await openLink(token, day(due + 183))).toMatchObject({ state: 'open' })
    expect(await openLink(token, day(due + 185))).toEqual({ state: 'over' })
    for (const wrong of ['', 'x.y', token.slice(0, -2), `${token}a`])
      expect(await openLink(wrong)).toEqual({ state: 'over' })
    await updatePlace(coordinator, id, 2, placeNamed('À Blois', { phone: '02 54 00 00 00' }))
    expect(await openLink(token, day(due + 1))).toEqual({ state: 'over' })
    await expect(confirmByLink({ token, version: 3 }, null, day(due + 1))).rejects.toThrow(NotFoundError)
  })

  test('does not confirm a listing that changed since it was read', async () => {
    await db.place.update({ where: { id }, data: { version: 3, phone: '+33254000000' } })
    const answer = confirmByLink({ token: await tokenOf(id), version: 2 }, null, day(due + 1))
    await expect(answer).rejects.toThrow('La fiche a changé')
    expect((await requestOf(id)).outcome).toBeNull()
  })

  test('keeps what the structure would change, whole, for its coordinators, and asks nothing meanwhile', async () => {
    await proposeByLink(
      await answerOf(id, {
        phone: '02 54 00 00 00',
        hours: { Mo: '9h-12h, 14h-17h', Tu: '9h-12h, 14h-17h', We: 'fermé' },
        services: ['ONLINE_SAFETY'],
        message: 'Sonnez au 2.',
      }),
      null,
      day(due + 1),
    )
    expect(await db.proposal.findFirst()).toMatchObject({
      origin: 'STRUCTURE',
      status: 'OPEN',
      version: 2,
      email: (await requestOf(id)).email,
      message: 'Sonnez au 2.',
      changes: {
        phone: '+33254000000',
        openingHours: 'Mo-Tu 09:00-12:00,14:00-17:00',
        'services.EMPLOYMENT': null,
        'services.ONLINE_SAFETY': { note: null },
      },
    })
    expect((await db.place.findUniqueOrThrow({ where: { id } })).phone).toBeNull()
    for (const later of [14, 28, 42, 84]) await runFreshnessRound(day(due + later))
    expect(await db.outboxMail.count()).toBe(1)
    expect(await openLink(await tokenOf(id), day(due + 2))).toMatchObject({ state: 'answered', outcome: 'PROPOSED' })
  })

  test('asks for something to be said, and says by field what cannot be read', async () => {
    await expect(proposeByLink(await answerOf(id), null, day(due))).rejects.toThrow('Vous n’avez rien changé')
    const { error } = structureProposal.safeParse({ version: '1', address: '', phone: 'x', hours: { Mo: 'le matin' } })
    expect(error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['address', 'hours.Mo', 'phone'])
  })

  test('answers sixty times a quarter of an hour from one address', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 65 }, () => confirmByLink({ token: 'x', version: 1 }, '192.0.2.9')),
    )
    const reasons = tries.map((each) => (each.status === 'rejected' ? each.reason : null))
    expect(reasons.filter((reason) => reason instanceof TooManyAttemptsError)).toHaveLength(5)
  })
})

test('only the coordinators of a hub choose its delays', async () => {
  const delays = { hubId, confirmAfterMonths: 12, holdAfterMonths: 6 }
  await saveHubDelays(coordinator, delays)
  expect(await db.hub.findUnique({ where: { id: hubId } })).toMatchObject({
    confirmAfterMonths: 12,
    holdAfterMonths: 6,
  })
  const editor = await makeUser('editor@example.org', { role: 'HUB_EDITOR', hubSlug: 'hub-centre' })
  for (const user of [elsewhere, editor, await makeUser('nobody@example.org')]) {
    await expect(saveHubDelays(user, delays)).rejects.toThrow(ForbiddenError)
  }
})
