import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { shownCode } from '@/lib/referrals/code'
import { replyToken } from '@/lib/referrals/link'
import { moveReferral } from '@/lib/referrals/mutations'
import { runReferralRound } from '@/lib/referrals/round/mutations'
import { sendReferral } from '@/lib/referrals/sending/mutations'
import { doing, makeEditor, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from '../support/referrals'

let place: string
let byMail: string
let organisation: string
let helper: CurrentUser
let editor: CurrentUser

beforeAll(async () => {
  organisation = await makeOrganisation()
  helper = await makeHelper('helper@example.org', organisation)
  await makeHelper('colleague@example.org', organisation)
  ;[place, byMail] = [await makeReceivingPlace('Médiathèque'), await makeReceivingPlace('Mairie')]
  editor = await makeEditor('editor@example.org', place)
})

beforeEach(async () => {
  await db.referral.deleteMany()
  await db.outboxMail.deleteMany()
})

const at = (text: string) => new Date(text)
/** A Monday, before eight. */
const start = at('2026-11-23T06:00:00Z')
const [fifth, tenth, thirtieth] = [
  at('2026-11-30T07:00:00Z'),
  at('2026-12-07T07:00:00Z'),
  // Christmas and New Year's Day are no working days.
  at('2027-01-06T07:00:00Z'),
]
const justBefore = (date: Date) => new Date(date.getTime() - 1)
const send = (to = place, when = start) => sendReferral(helper, referralTo(to), when)
const get = (id: string) => db.referral.findUniqueOrThrow({ where: { id } })
const stepsOf = async (id: string) =>
  (await db.referralEvent.findMany({ where: { referralId: id, side: 'SYSTEM' }, orderBy: { at: 'asc' } })).map(
    ({ action, status, at: when }) => `${action} ${status} ${when.toISOString().slice(0, 16)}`,
  )
const digests = () =>
  db.outboxMail.findMany({
    where: { key: { startsWith: 'referrals ' } },
    orderBy: [{ createdAt: 'asc' }, { to: 'asc' }],
  })

describe('silence', () => {
  test('is broken on the 5th, 10th and 30th working day, and never an instant before', async () => {
    const { id, code } = await send()
    for (const when of [
      start,
      justBefore(fifth),
      fifth,
      fifth,
      justBefore(tenth),
      tenth,
      tenth,
      justBefore(thirtieth),
      thirtieth,
    ])
      await runReferralRound(when)
    expect(await stepsOf(id)).toEqual([
      'REMIND SENT 2026-11-30T07:00',
      'ESCALATE SENT 2026-12-07T07:00',
      'EXPIRE EXPIRED 2027-01-06T07:00',
    ])
    expect(await get(id)).toMatchObject({
      status: 'EXPIRED',
      acts: null,
      nextStepAt: null,
      closedAt: thirtieth,
      version: 2,
    })
    const mails = await digests()
    expect(mails.map(({ to, subject }) => `${to} · ${subject}`)).toEqual([
      'editor@example.org · Rappel\u00a0: une orientation vous attend',
      'helper@example.org · Rappel\u00a0: une orientation vous attend',
      'helper@example.org · Une orientation est terminée, sans nouvelles',
    ])
    expect(mails[0]?.text).toContain(
      `Code ${shownCode(code)}, Médiathèque, Blois\n${env().PUBLIC_URL}/coordination/orientations/${id}`,
    )
    expect(mails[1]?.text).toContain(`sur sa page.\n\nCode ${shownCode(code)}`)
    expect(mails[1]?.text).toContain(`\n${env().PUBLIC_URL}/orientation/suivi/${id}\n`)
  })

  test('hands the referral to the helper, who has five working days to choose', async () => {
    const { id } = await send()
    await runReferralRound(fifth)
    expect(await get(id)).toMatchObject({ acts: 'PLACE', nextStep: 'ESCALATE', nextStepAt: tenth, version: 1 })
    await runReferralRound(tenth)
    expect((await digests()).at(-1)?.text).toContain(
      `Autre lieu\u00a0: Mairie, Blois, tout près\n${env().PUBLIC_URL}/orientation/suivi/${id}/ailleurs?lieu=${byMail}\n`,
    )
    expect(await get(id)).toMatchObject({
      acts: 'HELPER',
      nextStep: 'EXPIRE',
      nextStepAt: thirtieth,
      dueAt: at('2026-12-14T22:59:59.999Z'),
      status: 'SENT',
      version: 1,
    })
  })

  test('ends with any answer: a reminder takes nobody’s words away', async () => {
    const { id } = await send()
    await runReferralRound(fifth)
    await moveReferral({ side: 'PLACE', user: editor }, doing('ACCEPT', id, 1), at('2026-11-30T09:00:00Z'))
    await runReferralRound(tenth)
    // Five working days from when it was accepted.
    expect(await stepsOf(id)).toEqual(['REMIND SENT 2026-11-30T07:00', 'REMIND ACCEPTED 2026-12-07T07:00'])
  })

  test.each([
    ['2026-12-18T10:00:00Z', '2026-12-28T07:00', 'Christmas and the weekend'],
    ['2026-05-06T10:00:00Z', '2026-05-15T06:00', 'the 8th of May, a weekend, and Ascension Day'],
    ['2026-10-23T10:00:00Z', '2026-10-30T07:00', 'the end of summer time'],
  ])('counts working days over holidays: sent %s, reminded %s (%s)', async (sent, reminded) => {
    const { id } = await send(place, at(sent))
    const due = at(`${reminded}:00Z`)
    await runReferralRound(justBefore(due))
    expect(await stepsOf(id)).toEqual([])
    await runReferralRound(due)
    expect(await stepsOf(id)).toEqual([`REMIND SENT ${reminded}`])
  })

  test('of a site that was down for two months gives everybody their days all the same', async () => {
    const { id } = await send()
    const back = at('2027-02-01T07:02:00Z')
    await runReferralRound(back)
    expect(await stepsOf(id)).toEqual(['REMIND SENT 2027-02-01T07:02'])
    expect(await get(id)).toMatchObject({ nextStep: 'ESCALATE', nextStepAt: at('2027-02-08T07:00:00Z') })
  })
})

describe('who is told', () => {
  test('a place without account, by its link', async () => {
    const { id } = await send(byMail)
    await runReferralRound(fifth)
    const [mail] = await digests()
    expect(mail?.to).toBe('accueil@example.org')
    expect(mail?.text).toContain(`\n${env().PUBLIC_URL}/reponse/${replyToken(env().SECRET, (await get(id)).linkId)}\n`)
  })

  test('a place whose editor left, by a link to its address', async () => {
    const left = await makeReceivingPlace('Tiers-lieu')
    const leaving = await makeEditor('leaving@example.org', left)
    const { id } = await send(left)
    await db.user.delete({ where: { id: leaving.id } })
    await runReferralRound(fifth)
    expect(await digests()).toMatchObject([{ to: 'accueil@example.org', text: expect.stringContaining('/reponse/') }])
    expect((await get(id)).email).toBe('accueil@example.org')
  })

  test('one message for all that waits at one address', async () => {
    const sent = [await send(), await send(), await send(byMail), await send(byMail)]
    await runReferralRound(fifth)
    const mails = await digests()
    expect(mails.map(({ to, subject }) => `${to} ${subject}`).sort()).toEqual([
      'accueil@example.org Rappel\u00a0: 2 orientations vous attendent',
      'editor@example.org Rappel\u00a0: 2 orientations vous attendent',
    ])
    for (const { code } of sent) expect(mails.some(({ text }) => text.includes(shownCode(code)))).toBe(true)
  })

  test('all her colleagues when the helper left, or when she is silent too', async () => {
    const gone = await makeHelper('gone@example.org', organisation)
    const { id } = await sendReferral(gone, referralTo(place), start)
    await db.user.delete({ where: { id: gone.id } })
    const refused = await send()
    await moveReferral(
      { side: 'PLACE', user: editor },
      doing('REFUSE', refused.id, 1, { reason: 'FULL' }),
      at('2026-11-23T08:00:00Z'),
    )
    await runReferralRound(fifth)
    await runReferralRound(tenth)
    const told = async (code: string) =>
      (await digests()).filter(({ text }) => text.includes(shownCode(code))).map(({ to }) => to)
    expect(await told((await get(id)).code)).toEqual([
      'editor@example.org',
      'colleague@example.org',
      'helper@example.org',
    ])
    expect(await told((await get(refused.id)).code)).toEqual([
      'helper@example.org',
      'colleague@example.org',
      'helper@example.org',
    ])
  })
})

describe('a round', () => {
  test('of several instances at once, or done again, takes each step and tells it once', async () => {
    for (let sent = 0; sent < 30; sent++) await send(sent % 2 ? place : byMail)
    for (const when of [fifth, tenth]) {
      await Promise.all([1, 2, 3].map(() => runReferralRound(when)))
      await runReferralRound(when)
    }
    expect(await db.referralEvent.groupBy({ by: ['action'], where: { side: 'SYSTEM' }, _count: true })).toEqual([
      { action: 'REMIND', _count: 30 },
      { action: 'ESCALATE', _count: 30 },
    ])
    const lines = (await digests()).flatMap(({ text }) => text.match(/^Code /gm) ?? [])
    expect(lines).toHaveLength(60)
    expect(await db.referralNotice.count()).toBe(0)
  })

  test('that dies before it wrote the messages leaves them to the next', async () => {
    const { id } = await send()
    await db.$executeRaw`
      CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut short'; END $$`
    await db.$executeRaw`
      CREATE TRIGGER fail_once AFTER INSERT ON "OutboxMail" FOR EACH STATEMENT EXECUTE FUNCTION fail_once()`
    await expect(runReferralRound(fifth)).rejects.toThrow()
    expect([await stepsOf(id), await digests()]).toEqual([['REMIND SENT 2026-11-30T07:00'], []])
    await db.$executeRaw`DROP TRIGGER fail_once ON "OutboxMail"`
    await db.$executeRaw`DROP FUNCTION fail_once`
    await runReferralRound(fifth)
    expect((await digests()).map(({ to }) => to)).toEqual(['editor@example.org'])
    expect(await stepsOf(id)).toHaveLength(1)
  })

  test('holds nothing while it looks for other places, and tells all the same where the search fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { code } = await send()
    await runReferralRound(fifth)
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await holder.connect()
    await holder.query('BEGIN; ALTER TABLE "ScheduleWeek" RENAME TO "Elsewhere"')
    const round = runReferralRound(tenth)
    const waiting = () => db.$queryRaw`
      SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    await expect.poll(waiting).not.toEqual([])
    expect(await db.$queryRaw`SELECT email::text FROM "ReferralNotice" FOR UPDATE NOWAIT`).toEqual([
      { email: 'helper@example.org' },
    ])
    await holder.query('COMMIT')
    await round
    await holder.query('ALTER TABLE "Elsewhere" RENAME TO "ScheduleWeek"')
    await holder.end()
    const told = (await digests()).at(-1)?.text
    expect(told).toContain(shownCode(code))
    expect(told).not.toContain('Autre lieu')
  })

  test('waits for whoever is acting at that moment, and finds what it became', async () => {
    const { id } = await send()
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM "Referral" WHERE id = ${id}::uuid FOR UPDATE`
      await runReferralRound(fifth)
    })
    expect(await stepsOf(id)).toEqual([])
    await runReferralRound(fifth)
    expect(await stepsOf(id)).toHaveLength(1)
  })
})
