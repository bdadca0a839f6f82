import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { createPlace, setPlaceStatus } from '@/lib/places/mutations'
import { countQueueFor, listQueueFor } from '@/lib/proposals/queries'
import { sealForm } from '@/lib/reports/form-seal'
import { answerReport, createReport, reportForm, UnsealedFormError } from '@/lib/reports/mutations'
import { forgetReporters } from '@/lib/reports/retention/mutations'
import { reportInput } from '@/lib/reports/schema'
import { TooManyAttemptsError } from '@/lib/throttle/limits'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

const people: Record<string, CurrentUser> = {}
const places = { blois: '', rennes: '' }

/** As the form of a place sends it, three seconds after it was drawn. */
function reportOf(placeId: string, fields: Record<string, string> = {}) {
  const seal = sealForm(env().SECRET, reportForm(placeId), Date.now() - 3000)
  return reportInput.parse({ placeId, subject: 'HOURS', seal, ...fields })
}

async function publish(name: string, fields = {}): Promise<string> {
  const admin = people.admin as CurrentUser
  const { id, version } = await createPlace(admin, placeNamed(name, fields))
  await setPlaceStatus(admin, id, version, 'PUBLISHED')
  return id
}

beforeAll(async () => {
  await makeHub('hub-centre', ['41', '37'])
  await makeHub('hub-ouest', ['35'])
  const [hubSlug, west] = ['hub-centre', 'hub-ouest']
  people.admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  places.blois = await publish('À Blois')
  places.rennes = await publish('À Rennes', { communeCode: '35238', postcode: '35000' })
  people.coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug })
  people.editor = await makeUser('editor@example.org', { role: 'HUB_EDITOR', hubSlug })
  people['place editor'] = await makeUser('place@example.org', { role: 'PLACE_EDITOR', placeId: places.blois })
  people.reader = await makeUser('reader@example.org', { role: 'READER', hubSlug })
  people['coordinator elsewhere'] = await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: west })
  people.nobody = await makeUser('nobody@example.org')
})

beforeEach(async () => {
  await db.report.deleteMany()
  await db.throttle.deleteMany()
})

describe('anybody', () => {
  test('reports an error of a published place, with or without a word', async () => {
    await createReport(reportOf(places.blois), '192.0.2.1')
    await createReport(
      reportOf(places.blois, { subject: 'OTHER', message: ' Fermé\u0000 le lundi ', email: 'Jeanne@Example.org' }),
      '192.0.2.1',
    )
    expect(await db.report.findMany({ orderBy: { createdAt: 'asc' } })).toMatchObject([
      { placeId: places.blois, subject: 'HOURS', message: null, email: null, status: 'OPEN' },
      { subject: 'OTHER', message: 'Fermé le lundi', email: 'jeanne@example.org' },
    ])
  })

  test.each(['DRAFT', 'ARCHIVED'] as const)(
    'may not report a place that is %s, nor know that it exists',
    async (status) => {
      const id = await publish('Retiré')
      await setPlaceStatus(people.admin as CurrentUser, id, 2, status)
      await expect(createReport(reportOf(id), null)).rejects.toThrow(NotFoundError)
      await expect(createReport(reportOf('adp-999999'), null)).rejects.toThrow(NotFoundError)
      expect(await db.report.count()).toBe(0)
    },
  )

  test('who fills in the field that nobody sees is thanked and forgotten', async () => {
    await createReport(reportOf(places.blois, { website: 'https://spam.example' }), '192.0.2.1')
    expect(await db.report.count()).toBe(0)
  })

  test('who sends a form that we did not draw, or faster than a person, is asked to wait', async () => {
    for (const seal of ['', sealForm(env().SECRET, reportForm(places.blois)), reportOf(places.rennes).seal]) {
      await expect(createReport(reportOf(places.blois, { seal }), null)).rejects.toThrow(UnsealedFormError)
    }
    expect(await db.report.count()).toBe(0)
  })

  test('of fifty reports sent at once from one address, ten arrive', async () => {
    const sent = await Promise.allSettled(
      Array.from({ length: 50 }, () => createReport(reportOf(places.blois), '192.0.2.7')),
    )
    expect(await db.report.count()).toBe(10)
    expect(
      sent.filter((each) => each.status === 'rejected' && each.reason instanceof TooManyAttemptsError),
    ).toHaveLength(40)
    await createReport(reportOf(places.rennes), '192.0.2.8')
  })

  test('of fifty from fifty addresses about one place, twenty arrive', async () => {
    await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => createReport(reportOf(places.blois), `192.0.2.${index}`)),
    )
    expect(await db.report.count()).toBe(20)
  })
})

test('what cannot be kept is told by field, all at once', () => {
  const { error } = reportInput.safeParse({
    placeId: 'adp-1',
    subject: 'NOPE',
    message: 'x'.repeat(2001),
    email: 'nope',
  })
  expect(error?.issues.map(({ path }) => path[0]).sort()).toEqual(['email', 'message', 'subject'])
})

describe('the queue', () => {
  const sees: [string, string[]][] = [
    ['admin', ['À Blois', 'À Rennes']],
    ['coordinator', ['À Blois']],
    ['editor', ['À Blois']],
    ['place editor', ['À Blois']],
    ['reader', []],
    ['coordinator elsewhere', ['À Rennes']],
    ['nobody', []],
  ]

  test.each(sees)('%s sees the reports of her territory and nothing else', async (person, expected) => {
    await createReport(reportOf(places.blois), null)
    await createReport(reportOf(places.rennes), null)
    const user = people[person] as CurrentUser
    const { total, items } = await listQueueFor(user, { isOpen: true, page: 1 })
    expect(items.map(({ place }) => place.name)).toEqual(expected)
    expect([total, (await countQueueFor(user)).report]).toEqual([expected.length, expected.length])
  })

  test.each(sees)('%s answers them, and no other', async (person, answerable) => {
    await createReport(reportOf(places.blois), null)
    await createReport(reportOf(places.rennes), null)
    const user = people[person] as CurrentUser
    for (const { id, place } of await db.report.findMany({ select: { id: true, place: { select: { name: true } } } })) {
      const answer = answerReport(user, id, 'DONE')
      if (answerable.includes(place.name)) await answer
      else await expect(answer).rejects.toThrow(ForbiddenError)
    }
    expect(await db.report.count({ where: { status: 'DONE', handledById: user.id } })).toBe(answerable.length)
  })

  test('of two answers at once, one is kept; a report can be taken up again', async () => {
    await createReport(reportOf(places.blois), null)
    const { id } = await db.report.findFirstOrThrow()
    const [coordinator, editor] = [people.coordinator, people.editor] as [CurrentUser, CurrentUser]
    const answers = await Promise.allSettled([
      answerReport(coordinator, id, 'DONE'),
      answerReport(editor, id, 'REFUSED'),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(answers.find((each) => each.status === 'rejected')?.reason).toBeInstanceOf(UserError)
    await answerReport(editor, id, 'OPEN')
    expect(await db.report.findUnique({ where: { id } })).toMatchObject({
      status: 'OPEN',
      handledById: null,
      handledAt: null,
    })
  })
})

describe('an address and words left with a report', () => {
  /** Six months are 181 to 184 days. */
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000)
  const withWords = (email: string) => createReport(reportOf(places.blois, { message: 'Fermé le lundi', email }), null)

  test('are forgotten six months after it was handled, not before, with the answer sent there; the report stays', async () => {
    const coordinator = people.coordinator as CurrentUser
    await withWords('jeanne@example.org')
    const { id } = await db.report.findFirstOrThrow()
    await answerReport(coordinator, id, 'DONE')
    const other = { key: 'referral 1', to: 'lieu@example.org', subject: 'Autre', text: 'Autre' }
    await db.outboxMail.create({ data: other })
    const answers = () => db.outboxMail.count({ where: { to: 'jeanne@example.org' } })

    await forgetReporters(inDays(180))
    expect(await db.report.findUnique({ where: { id } })).toMatchObject({ email: 'jeanne@example.org' })
    expect(await answers()).toBe(1)

    await forgetReporters(inDays(185))
    const left = { subject: 'HOURS', status: 'DONE', handledById: coordinator.id, email: null, message: null }
    expect(await db.report.findUnique({ where: { id } })).toMatchObject(left)
    expect(await answers()).toBe(0)
    expect(await db.outboxMail.count({ where: { key: other.key } })).toBe(1)
    const { items } = await listQueueFor(coordinator, { isOpen: false, page: 1 })
    expect(items.map((item) => item.id)).toEqual([id])
  })

  test('stay while it waits for an answer', async () => {
    await withWords('paul@example.org')
    await forgetReporters(inDays(365))
    expect(await db.report.findFirst()).toMatchObject({ email: 'paul@example.org', message: 'Fermé le lundi' })
  })
})
