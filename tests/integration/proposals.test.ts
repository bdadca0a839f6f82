import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, UserError } from '@/lib/errors'
import { listRevisions } from '@/lib/places/back-office/queries'
import { createPlace, setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import type { Snapshot } from '@/lib/places/snapshot'
import { VersionConflictError } from '@/lib/places/version-conflict'
import { answerProposal } from '@/lib/proposals/mutations'
import { countQueueFor, listQueueFor } from '@/lib/proposals/queries'
import { queueAnswer } from '@/lib/proposals/schema'
import { answerReport } from '@/lib/reports/mutations'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

let coordinator: CurrentUser
let elsewhere: CurrentUser
let reader: CurrentUser
let placeId: string

const service = { supportModes: [], fees: [], audiences: [], levels: [], bookingUrl: null, note: null }

async function propose(changes: Snapshot, fields: object = {}): Promise<string> {
  const data = { placeId, origin: 'STRUCTURE' as const, version: 2, changes: changes as object, message: 'Un mot.' }
  const { id } = await db.proposal.create({ data: { ...data, email: 'lieu@example.org', ...fields } })
  return id
}

/** As the form of the queue sends it. */
async function answer(id: string, decision: string, fields: object = {}, user = coordinator) {
  await answerProposal(
    user,
    queueAnswer.parse({ kind: 'structure', id, decision, version: '2', take: ['phone', 'openingHours'], ...fields }),
  )
}

const place = () => db.place.findUniqueOrThrow({ where: { id: placeId }, include: { services: true } })
const proposal = (id: string) => db.proposal.findUniqueOrThrow({ where: { id } })

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  await makeHub('hub-ouest', ['35'])
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  elsewhere = await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
  reader = await makeUser('reader@example.org', { role: 'READER', hubSlug: 'hub-centre' })
})

beforeEach(async () => {
  await db.place.deleteMany()
  await db.outboxMail.deleteMany()
  const { id } = await createPlace(coordinator, placeNamed('À Blois', { openingHours: 'Mo 09:00-12:00' }))
  await setPlaceStatus(coordinator, id, 1, 'PUBLISHED')
  await db.place.update({ where: { id }, data: { verifiedAt: new Date('2026-01-01') } })
  placeId = id
})

describe('a proposal', () => {
  const changes = { phone: '+33254000011', openingHours: 'Mo 09:00-17:00' }

  test('that is accepted changes the place, in its history, and the structure is told', async () => {
    const id = await propose(changes)
    await answer(id, 'accept', { value: { phone: '+33254000011', openingHours: 'Mo 09:00-17:00' }, word: 'Merci.' })
    expect(await place()).toMatchObject({ ...changes, version: 3 })
    expect(await proposal(id)).toMatchObject({ status: 'ACCEPTED', handledById: coordinator.id })
    expect((await listRevisions(coordinator, placeId))[0]).toMatchObject({
      author: 'coordinator',
      reason: 'Proposition de la structure',
    })
    const mails = await db.outboxMail.findMany()
    expect(mails).toMatchObject([{ to: 'lieu@example.org' }])
    expect(mails[0]?.text).toMatch(/Merci\..*\/lieux\/adp-/s)
  })

  test('may be taken in part, or with other words: it is then said to be amended', async () => {
    const id = await propose({ ...changes, 'services.EMPLOYMENT': null, 'services.ONLINE_SAFETY': service })
    await answer(id, 'accept', {
      take: ['openingHours', 'services.ONLINE_SAFETY'],
      value: { phone: 'not taken, so not judged', openingHours: 'Mo 10:00-17:00' },
    })
    expect(await place()).toMatchObject({
      phone: null,
      openingHours: 'Mo 10:00-17:00',
      services: [{ service: 'EMPLOYMENT' }, { service: 'ONLINE_SAFETY' }],
    })
    expect(await proposal(id)).toMatchObject({ status: 'AMENDED' })
  })

  test('may have a value emptied, and has each wrong one told by its field', async () => {
    const id = await propose(changes)
    await answer(id, 'accept', { value: { phone: '', openingHours: 'Mo 09:00-17:00' } })
    expect(await place()).toMatchObject({ phone: null, openingHours: 'Mo 09:00-17:00' })
    const { error } = queueAnswer.safeParse({
      kind: 'structure',
      id,
      decision: 'accept',
      version: 1,
      take: ['phone', 'emails'],
      value: { phone: 'x', emails: 'y', websites: 'z z' },
    })
    expect(error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['value.emails', 'value.phone'])
  })

  test('that is refused leaves the place as it is, says that it is true, and may be looked at again', async () => {
    const id = await propose(changes)
    await answer(id, 'refuse')
    expect(await place()).toMatchObject({ phone: null, openingHours: 'Mo 09:00-12:00', version: 3 })
    expect((await place()).verifiedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000)
    await answer(id, 'reopen')
    expect(await proposal(id)).toMatchObject({ status: 'OPEN', handledAt: null })
    await answer(id, 'refuse')
    expect(await db.outboxMail.count()).toBe(2)
  })

  test('against a field that somebody changed since she looked writes nothing; against another one, it goes through', async () => {
    const id = await propose(changes)
    await updatePlace(
      coordinator,
      placeId,
      2,
      placeNamed('À Blois', { phone: '02 54 00 00 22', openingHours: 'Mo 09:00-12:00' }),
    )
    await expect(answer(id, 'accept')).rejects.toThrow(VersionConflictError)
    expect([(await place()).version, (await proposal(id)).status]).toEqual([3, 'OPEN'])
    const { items } = await listQueueFor(coordinator, { isOpen: true, page: 1 })
    expect(items[0]?.fields).toMatchObject([
      { field: 'phone', now: '+33254000022', hasMoved: true },
      { field: 'openingHours', hasMoved: false, isDone: false },
    ])
    await answer(id, 'accept', { take: ['openingHours'] })
    expect(await place()).toMatchObject({ phone: '+33254000022', openingHours: 'Mo 09:00-17:00' })
  })

  test('of two answers at once, one is kept', async () => {
    const id = await propose(changes)
    const answers = await Promise.allSettled([answer(id, 'accept'), answer(id, 'refuse')])
    const lost = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(lost).toHaveLength(1)
    expect(lost[0]).toBeInstanceOf(UserError)
    expect(await db.outboxMail.count()).toBe(1)
  })

  test('that closes the place for good archives it, once a person says so', async () => {
    const id = await propose({ status: 'ARCHIVED' })
    await expect(answer(id, 'accept', { take: [] })).rejects.toThrow('Rien n’est coché')
    await answer(id, 'accept', { take: ['status'] })
    expect(await place()).toMatchObject({ status: 'ARCHIVED' })
    expect((await db.outboxMail.findFirst())?.text).not.toMatch(/\/lieux\//)
  })

  test('that only says something is answered all the same', async () => {
    const id = await propose({})
    await answer(id, 'accept', { take: [] })
    expect(await proposal(id)).toMatchObject({ status: 'ACCEPTED' })
    expect(await place()).toMatchObject({ version: 3 })
  })

  test('is for those who may answer in its territory alone', async () => {
    const id = await propose(changes)
    for (const user of [elsewhere, reader]) {
      await expect(answer(id, 'accept', {}, user)).rejects.toThrow(ForbiddenError)
      expect(await listQueueFor(user, { isOpen: true, page: 1 })).toMatchObject({ total: 0, items: [] })
    }
    expect(await place()).toMatchObject({ version: 2 })
  })
})

test('the queue holds reports, structures and files together, the oldest first, and tells them apart', async () => {
  await db.source.create({ data: { slug: 'fichier', name: 'Le fichier' } })
  await propose({ phone: '+33254000011' }, { createdAt: new Date('2026-02-02') })
  const imported = await propose(
    { summary: 'x' },
    { origin: 'IMPORT', source: 'fichier', email: null, createdAt: new Date('2026-02-03') },
  )
  await db.report.create({ data: { placeId, subject: 'HOURS', createdAt: new Date('2026-02-01') } })
  const kinds = async (filters: object) =>
    (await listQueueFor(coordinator, { isOpen: true, page: 1, ...filters })).items.map(({ kind }) => kind)
  expect(await kinds({})).toEqual(['report', 'structure', 'import'])
  expect(await kinds({ kind: 'structure' })).toEqual(['structure'])
  expect(await countQueueFor(coordinator)).toEqual({ report: 1, structure: 1, import: 1 })
  // What a file says is refused without a word on the rest of the listing.
  await answer(imported, 'refuse', { kind: 'import' })
  expect(await place()).toMatchObject({ version: 2 })
  expect(await kinds({ isOpen: false })).toEqual(['import'])
  expect(await db.outboxMail.count()).toBe(0)
})

test('a report is put right and answered at once, by mail where there is an address', async () => {
  const report = await db.report.create({ data: { placeId, subject: 'HOURS', email: 'jeanne@example.org' } })
  const values = { openingHours: 'Tu 09:00-12:00' }
  await updatePlace(coordinator, placeId, 2, placeNamed('À Blois', { openingHours: 'We 09:00-12:00' }))
  const late = answerReport(coordinator, report.id, 'DONE', { version: 2, values, word: null })
  await expect(late).rejects.toThrow(VersionConflictError)
  expect(await db.report.findUnique({ where: { id: report.id } })).toMatchObject({ status: 'OPEN' })
  await answerReport(coordinator, report.id, 'DONE', { version: 3, values, word: 'C’était vrai.' })
  expect(await place()).toMatchObject({ openingHours: 'Tu 09:00-12:00' })
  expect(await db.outboxMail.findMany()).toMatchObject([{ to: 'jeanne@example.org' }])
  await answerReport(coordinator, report.id, 'OPEN')
  await answerReport(coordinator, report.id, 'REFUSED')
  expect(await db.outboxMail.count()).toBe(2)
})
