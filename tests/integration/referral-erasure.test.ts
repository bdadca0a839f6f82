import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { everyWord, foundIn } from '../support/every-word'
import { startMailServer } from '../support/mail-server'

const server = await startMailServer()
process.env.SMTP_URL = server.url
// They read the settings when they load.
const { db } = await import('@/lib/db')
const { NotFoundError, UserError } = await import('@/lib/errors')
const { env } = await import('@/lib/env')
const { sendMail } = await import('@/lib/mail/delivery/mutations')
const { eraseReferral, runErasure } = await import('@/lib/referrals/erasure/mutations')
const { replyToken } = await import('@/lib/referrals/link')
const { takeHoldings } = await import('@/lib/referrals/holding/mutations')
const { moveReferral, redirectReferral } = await import('@/lib/referrals/mutations')
const { sendReferral } = await import('@/lib/referrals/sending/mutations')
const { writeMessage } = await import('@/lib/referrals/timeline/mutations')
const { readPerson, savePerson } = await import('@/lib/referrals/person/mutations')
const { referralFor } = await import('@/lib/referrals/queries')
const { runReferralRound } = await import('@/lib/referrals/round/mutations')
const { messageInput, personInput, redirectInput } = await import('@/lib/referrals/schema')
const { shownCode } = await import('@/lib/referrals/code')
const { bookSeat } = await import('@/lib/workshops/seats/mutations')
const { tellMoved } = await import('@/lib/workshops/seats/keeping/mutations')
const { tasks } = await import('@/lib/jobs/tasks')
const { readBackup } = await import('@/scripts/backup/read-backup')
const { writeBackup } = await import('@/scripts/backup/write-backup')
const people = await import('../support/referrals')
type Party = Parameters<typeof moveReferral>[0]

const url = process.env.DATABASE_URL ?? ''
const client = new pg.Client({ connectionString: url })
const { signal } = new AbortController()
/** What the process writes: jobs, queries and errors. */
const log: string[] = []
let folder = ''
let asHelper: Party & { side: 'HELPER' }
let asPlace: Party
let stranger: Party
let place: string
let byMail: string

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    vi.spyOn(stream, 'write').mockImplementation(((chunk: string | Uint8Array, ...rest: never[]) => {
      log.push(String(chunk))
      return write(chunk, ...rest)
    }) as typeof stream.write)
  }
  folder = await mkdtemp(join(tmpdir(), 'a-deux-pas-erasure-'))
  await client.connect()
  const organisation = await people.makeOrganisation()
  asHelper = { side: 'HELPER', user: await people.makeHelper('helper@example.org', organisation) }
  const elsewhere = await people.makeOrganisation('Mission locale')
  stranger = { side: 'HELPER', user: await people.makeHelper('stranger@example.org', elsewhere) }
  ;[place, byMail] = [await people.makeReceivingPlace('Médiathèque'), await people.makeReceivingPlace('Mairie')]
  asPlace = { side: 'PLACE', user: await people.makeEditor('editor@example.org', place) }
})
afterAll(async () => {
  await client.end()
  await server.close()
  await rm(folder, { recursive: true })
})

const at = (day: string, hour = 9) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
const get = (id: string) => db.referral.findUniqueOrThrow({ where: { id } })
const move = async (party: Party, action: string, id: string, when: Date, fields = {}) =>
  moveReferral(party, people.doing(action, id, (await get(id)).version, fields), when)
const say = (party: Party, id: string, words: string, when: Date) =>
  writeMessage(party, messageInput.parse({ id, words }), when)
const linkOf = async (id: string): Promise<Party> => ({
  side: 'PLACE',
  link: replyToken(env().SECRET, (await get(id)).linkId),
})

/** Words that nothing else says, for each field. */
const wordsOf = (mark: string) => ({
  name: `Nomdeplume${mark}`,
  phone: `06 00 00 0${mark.charCodeAt(0)}`,
  email: `courriel${mark}@example.com`,
  need: `besoinsecret${mark}`,
  constraints: `contraintesecrete${mark}`,
  message: `motduhelper${mark}`,
  reply: `motdulieu${mark}`,
  appointment: `rendezvoussecret${mark}`,
  missed: `absencesecrete${mark}`,
  onward: `redirectionsecrete${mark}`,
  renamed: `Nouveaunom${mark}`,
  outcome: `issuesecrete${mark}`,
})

/** The whole loop with both sides, a place without account, a reminder and mail that leaves. */
async function wholeLoop(mark: string) {
  const words = wordsOf(mark)
  const { name, phone, email, need, constraints } = words
  const fields = { name, phone, email, need, constraints }
  const { id, code } = await sendReferral(asHelper.user, people.referralTo(place, fields), at('2026-03-02'))
  await runReferralRound(at('2026-03-09', 8))
  await move(asPlace, 'SEE', id, at('2026-03-09'))
  await readPerson(asPlace, id, at('2026-03-09'))
  await move(asPlace, 'SCHEDULE', id, at('2026-03-09'), { date: '2026-03-12', time: '10:00', words: words.appointment })
  await say(asHelper, id, words.message, at('2026-03-10'))
  await say(asPlace, id, words.reply, at('2026-03-10'))
  await move(asPlace, 'MISS', id, at('2026-03-13'), { words: words.missed })
  const { version } = await get(id)
  const onward = redirectInput.parse({ id, version, placeId: byMail, words: words.onward, agreed: 'on' })
  const next = await redirectReferral(asHelper, onward, at('2026-03-16'))
  const saved = { id: next.id, version: 1, name: words.renamed, agreed: 'on' }
  await savePerson(asHelper, personInput.parse(saved), at('2026-03-16'))
  const byLink = await linkOf(next.id)
  await readPerson(byLink, next.id, at('2026-03-17'))
  await move(byLink, 'ACCEPT', next.id, at('2026-03-17'))
  await move(byLink, 'ATTEND', next.id, at('2026-03-18'))
  await sendMail(signal)
  await move(asHelper, 'HELP', next.id, at('2026-03-19'), { words: words.outcome })
  return { words: Object.values(words), ids: [id, next.id], code, nextCode: next.code }
}

const [sixMonthsLater, andAWeek] = [at('2026-09-20'), at('2026-10-05')]

describe('six months after its end', () => {
  test('no word about the person remains: in no table, mail, job, log nor backup', async () => {
    const { ids, code, nextCode, ...loop } = await wholeLoop('x')
    // One that nobody answered yet.
    const asking = { name: 'Nomouvert', need: 'besoinouvert' }
    const open = await sendReferral(asHelper.user, people.referralTo(place, asking), new Date())
    const words = [...loop.words, ...Object.values(asking)]
    const before = await everyWord(client)
    // What is sealed is found while it is there: the search sees what there is to see.
    expect(
      foundIn(before, words)
        .map((found) => found.split(': ')[1])
        .sort(),
    ).toEqual([...words].sort())
    expect(foundIn(before, [code, nextCode])).not.toEqual([])
    const sealed = (
      await client.query(`SELECT sealed FROM "ReferralPerson" UNION ALL SELECT sealed FROM "ReferralNeed"
      UNION ALL SELECT sealed FROM "ReferralEvent" WHERE sealed IS NOT NULL`)
    ).rows.map((row) => row.sealed.toString('hex'))
    expect(sealed.length).toBeGreaterThanOrEqual(8)
    const old = join(folder, 'old.backup')
    await writeBackup(url, old)
    const oldText = gunzipSync(await readFile(old)).toString()
    expect(words.filter((word) => oldText.includes(word))).toEqual([])
    expect(sealed.filter((bytes) => oldText.includes(bytes))).toEqual(sealed)

    await eraseReferral(asPlace, open.id, new Date())
    for (const [day, count] of [
      ['2026-09-15', 0],
      ['2026-09-17', 1],
      ['2026-09-20', 1],
    ] as const)
      expect(await runErasure(at(day)), day).toBe(count)
    await runErasure(andAWeek)

    expect(foundIn(await everyWord(client), [...words, code, nextCode])).toEqual([])
    expect(await db.outboxMail.count({ where: { OR: ids.map((id) => ({ key: { contains: id } })) } })).toBe(0)
    const fresh = join(folder, 'fresh.backup')
    await writeBackup(url, fresh)
    const freshText = gunzipSync(await readFile(fresh)).toString()
    expect([...words, code, nextCode, ...sealed].filter((word) => freshText.includes(word))).toEqual([])
    expect(words.filter((word) => log.join('').includes(word))).toEqual([])
    expect(server.received.length).toBeGreaterThan(4)
    const mail = server.received.map(({ raw }) => Buffer.from(raw.replaceAll('=\r\n', '')).toString()).join('\n')
    expect(words.filter((word) => mail.includes(word))).toEqual([])

    // The backup from before brings nothing back.
    await readBackup(url, old)
    expect(await get(open.id)).toMatchObject({ status: 'CANCELLED', erasedAt: expect.any(Date) })
    expect(foundIn(await everyWord(client), [...words, code, nextCode])).toEqual([])
  })

  test('figures stay, and lead to nobody', async () => {
    const { ids } = await wholeLoop('y')
    const counts = async () => ({
      events: await db.referralEvent.count({ where: { referralId: { in: ids } } }),
      readings: await db.referralReading.count({ where: { referralId: { in: ids } } }),
    })
    const had = await counts()
    await runErasure(sixMonthsLater)
    expect(await counts()).toEqual(had)
    expect(await db.referral.findMany({ where: { id: { in: ids } }, orderBy: { createdAt: 'asc' } })).toMatchObject([
      { status: 'REDIRECTED', placeId: place, services: ['EMPLOYMENT'], createdAt: at('2026-03-02'), helperId: null },
      { status: 'HELPED', placeId: byMail, email: null, closedAt: at('2026-03-19'), erasedAt: sixMonthsLater },
    ])
    expect(await db.referralEvent.count({ where: { referralId: { in: ids }, userId: { not: null } } })).toBe(0)
    expect(await db.referralReading.count({ where: { referralId: { in: ids }, userId: { not: null } } })).toBe(0)
    expect(await referralFor(asHelper, ids[0] ?? '')).toMatchObject({ need: null, hasPerson: false })
  })

  test('what is younger, or open, stays', async () => {
    const { id } = await sendReferral(
      asHelper.user,
      people.referralTo(place, { name: 'Nomquireste' }),
      at('2026-03-02'),
    )
    await runErasure(sixMonthsLater)
    expect(await readPerson(asHelper, id, at('2026-09-20'))).toMatchObject({ name: 'Nomquireste' })
  })

  test('several instances at once erase each once', async () => {
    for (let sent = 0; sent < 12; sent++) {
      const { id } = await sendReferral(asHelper.user, people.referralTo(place, { name: 'X' }), at('2026-03-02'))
      await move(asHelper, 'CANCEL', id, at('2026-03-03'))
    }
    const erased = await Promise.all([1, 2, 3].map(() => runErasure(sixMonthsLater)))
    expect(erased.reduce((sum, count) => sum + count)).toBe(12)
  })
})

describe('a seat in a workshop', () => {
  /** A cycle of one seat, begun and to go on, with one who has it and one who waits. */
  async function cycle(mark: string) {
    const sessions = ['2026-03-20', '2026-12-20'].map((day) => ({ startsAt: at(day, 13), endsAt: at(day, 15) }))
    const workshop = await db.workshop.create({
      data: {
        placeId: place,
        title: `Atelier ${mark}`,
        service: 'EVERYDAY_DIGITAL_TOOLS',
        isCycle: true,
        seats: 1,
        sessions: { create: sessions },
      },
    })
    const sent = []
    for (const turn of [1, 2]) {
      const referral = await sendReferral(asHelper.user, people.referralTo(place), at('2026-03-02', turn))
      await bookSeat(
        asHelper.user,
        { referralId: referral.id, seat: { workshopId: workshop.id, sessionId: null } },
        at('2026-03-03'),
      )
      sent.push(referral)
    }
    const [first] = sent
    if (!first) throw new Error('Two were sent.')
    return { workshopId: workshop.id, first }
  }
  const seatsOf = async (workshopId: string) =>
    (await db.workshopSeat.findMany({ where: { workshopId }, orderBy: { rank: 'asc' } })).map(({ status }) => status)
  const end = async (id: string, when: Date) => {
    await move(asPlace, 'ACCEPT', id, at('2026-03-04'))
    await move(asPlace, 'ATTEND', id, when)
    await move(asPlace, 'HELP', id, when)
  }

  test.each([
    ['on request', (id: string) => eraseReferral(asHelper, id, at('2026-10-01'))],
    ['in time', () => runErasure(at('2026-09-25'))],
  ])(
    'of one that ended well goes to who waits once it is erased, %s, with every message that names it',
    async (mark, erase) => {
      const { workshopId, first } = await cycle(mark)
      await end(first.id, at('2026-03-20', 16))
      const { sessions } = await db.workshop.findUniqueOrThrow({
        where: { id: workshopId },
        include: { sessions: true },
      })
      const last = sessions.find(({ startsAt }) => startsAt > at('2026-12-01'))
      await tellMoved(db, { workshopId, sessionId: last?.id ?? '', version: 2 })
      expect(await db.outboxMail.count({ where: { subject: { contains: shownCode(first.code) } } })).toBeGreaterThan(0)
      expect(await seatsOf(workshopId)).toEqual(['BOOKED', 'WAITING'])
      await erase(first.id)
      expect(await seatsOf(workshopId)).toEqual(['CANCELLED', 'BOOKED'])
      expect(foundIn(await everyWord(client), [first.code, shownCode(first.code)])).toEqual([])
    },
  )

  test('that a backup held before it was erased goes to who waits once it is restored, and her helper is told', async () => {
    const { workshopId, first } = await cycle('restored')
    const file = join(folder, 'seats.backup')
    await writeBackup(url, file)
    await eraseReferral(asHelper, first.id)
    await readBackup(url, file)
    expect(await seatsOf(workshopId)).toEqual(['CANCELLED', 'WAITING'])
    await db.outboxMail.deleteMany()
    await tasks['resume-work']({}, new AbortController().signal)
    expect(await seatsOf(workshopId)).toEqual(['CANCELLED', 'BOOKED'])
    expect((await db.outboxMail.findMany()).map(({ to }) => to)).toEqual(['helper@example.org'])
  })
})

describe('when the person asks', () => {
  const open = (mark: string) => sendReferral(asHelper.user, people.referralTo(place, wordsOf(mark)), at('2026-11-23'))

  const proposals = (id: string) =>
    db.outboxMail.count({
      where: {
        key: { startsWith: 'referrals ' },
        text: { contains: `Autre lieu\u00a0: Mairie, Blois, tout près\n${env().PUBLIC_URL}/orientation/suivi/${id}` },
      },
    })

  test('an open referral ends and is erased at once, and the place is told that it ended', async () => {
    const { id, code } = await open('a')
    await say(asHelper, id, 'motencoreouvert', at('2026-11-23'))
    await runReferralRound(at('2026-11-30', 8))
    await runReferralRound(at('2026-12-07', 8))
    expect(await proposals(id)).toBe(1)
    await db.outboxMail.updateMany({ data: { status: 'ABANDONED', lastError: 'none' }, where: { status: 'WAITING' } })
    await eraseReferral(asHelper, id, at('2026-12-08'))
    expect(await get(id)).toMatchObject({ status: 'CANCELLED', erasedAt: at('2026-12-08'), acts: null })
    expect(foundIn(await everyWord(client), [...Object.values(wordsOf('a')), 'motencoreouvert'])).toEqual([])
    const mails = await db.outboxMail.findMany({ where: { key: { contains: id } } })
    expect(mails.map(({ key }) => key.split(' ')[2])).toEqual(['CANCEL'])
    // The reminders that had not left no longer name it, nor where else she could have gone.
    expect(await proposals(id)).toBe(0)
    expect(await db.outboxMail.count({ where: { key: { startsWith: 'referrals ' }, text: { contains: id } } })).toBe(0)
    expect((await get(id)).code).not.toBe(code)
    expect(await db.auditEntry.count({ where: { action: 'referral.erased', subject: `referral ${id}` } })).toBe(1)
    await eraseReferral(asHelper, id, at('2026-12-09'))
    expect((await get(id)).erasedAt).toEqual(at('2026-12-08'))
  })

  test('a helper erases all that it was sent on to; a place, what it was sent', async () => {
    const { id, code } = await open('b')
    const redirect = redirectInput.parse({ id, version: 1, placeId: byMail, agreed: 'on' })
    const next = await redirectReferral(asHelper, redirect, at('2026-11-24'))
    await eraseReferral(await linkOf(next.id), next.id, at('2026-11-25'))
    expect(await get(next.id)).toMatchObject({ status: 'NOT_WANTED', erasedAt: at('2026-11-25') })
    expect(await get(id)).toMatchObject({ status: 'REDIRECTED', erasedAt: null, code })
    const again = await open('c')
    const on = redirectInput.parse({ id: again.id, version: 1, placeId: byMail, agreed: 'on' })
    const last = await redirectReferral(asHelper, on, at('2026-11-24'))
    const copies = await takeHoldings(asHelper, last.id, at('2026-11-24'))
    expect(copies.map(({ referral }) => referral.id)).toEqual([last.id, again.id])
    await eraseReferral(asHelper, again.id, at('2026-11-25'))
    expect(await get(last.id)).toMatchObject({ status: 'CANCELLED', erasedAt: at('2026-11-25') })
    expect(foundIn(await everyWord(client), Object.values(wordsOf('c')))).toEqual([])
  })

  test('nobody but the two sides', async () => {
    const { id } = await open('d')
    await expect(eraseReferral(stranger, id, at('2026-11-24'))).rejects.toThrow(NotFoundError)
    expect((await get(id)).erasedAt).toBeNull()
  })

  test('whoever answers at that moment writes before, or no longer', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { id } = await open('e')
      const answers = await Promise.allSettled([
        eraseReferral(asHelper, id, at('2026-11-24')),
        say(asPlace, id, 'motdudernierinstant', at('2026-11-24')),
        savePerson(asHelper, personInput.parse({ id, version: 1, name: 'Nomtardif', agreed: 'on' }), at('2026-11-24')),
      ])
      expect(answers[0].status).toBe('fulfilled')
      for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(UserError)
      expect((await get(id)).erasedAt).not.toBeNull()
    }
    expect(foundIn(await everyWord(client), ['motdudernierinstant', 'Nomtardif', 'Nomdeplumee'])).toEqual([])
  })
})
