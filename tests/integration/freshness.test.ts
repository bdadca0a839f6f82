import { beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError } from '@/lib/errors'
import { confirmByLink, saveHubDelays } from '@/lib/freshness/mutations'
import { countUnconfirmedFor, listUnconfirmedFor } from '@/lib/freshness/queries'
import { runFreshnessRound } from '@/lib/freshness/round/mutations'
import { addDays } from '@/lib/hours/closure'
import { setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import { day, due, openFreshnessScene, requestOf, start, tokenOf } from '../support/freshness'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

const { coordinator, elsewhere, forgetPlaces, hubId, published } = await openFreshnessScene()

beforeEach(forgetPlaces)

const freshnessOf = async (id: string) =>
  (await db.place.findUniqueOrThrow({ where: { id }, select: { freshness: true } })).freshness
const subjects = async () =>
  (await db.outboxMail.findMany({ orderBy: { id: 'asc' } })).map(({ subject }) => subject.split('\u00a0')[0])

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
