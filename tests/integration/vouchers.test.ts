import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { replyToken } from '@/lib/referrals/link'
import { moveReferral, redirectReferral } from '@/lib/referrals/mutations'
import type { Party } from '@/lib/referrals/party'
import { readPerson } from '@/lib/referrals/person/mutations'
import { referralFor } from '@/lib/referrals/queries'
import { redirectInput } from '@/lib/referrals/schema'
import { sendReferral } from '@/lib/referrals/sending/mutations'
import { writeMessage } from '@/lib/referrals/timeline/mutations'
import { fewestPeople } from '@/lib/vouchers/booklet'
import { listVoucherFigures } from '@/lib/vouchers/figures/queries'
import { giveBooklet, noteSessions, takeBackBooklet } from '@/lib/vouchers/mutations'
import { bookletReferralOfLink, bookletsFor } from '@/lib/vouchers/queries'
import { bookletInput, sessionsInput } from '@/lib/vouchers/schema'
import { listSeatsOf } from '@/lib/workshops/seats/queries'
import { makeHub, makeUser } from '../support/people'
import { doing, makeEditor, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from '../support/referrals'

const now = new Date('2026-11-23T10:00:00Z')
const pass = { programmes: ['PASS_NUMERIQUE'] }

let place: string
let other: string
let plain: string
let helper: CurrentUser
let editor: CurrentUser
let coordinator: CurrentUser
let id: string

const byHelper = (): Party => ({ side: 'HELPER', user: helper })
const byPlace = (user = editor): Party => ({ side: 'PLACE', user })

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  place = await makeReceivingPlace('Atelier', pass)
  other = await makeReceivingPlace('Autre atelier', pass)
  plain = await makeReceivingPlace('Sans Pass')
  helper = await makeHelper('helper@example.org', await makeOrganisation())
  editor = await makeEditor('place@example.org', place)
})

beforeEach(async () => {
  id = await refer(place)
})

const refer = async (to: string) => (await sendReferral(helper, referralTo(to, { informed: 'on' }), now)).id
const booklet = (fields: Record<string, unknown> = {}) =>
  bookletInput.parse({ id, vouchers: '10', givenOn: '2026-11-20', expiresOn: '2027-03-31', ...fields })
const give = (fields: Record<string, unknown> = {}) => giveBooklet(byHelper(), booklet(fields), now)
const accept = () => moveReferral(byPlace(), doing('ACCEPT', id, 1), now)
const given = async (referral = id) => db.voucherBooklet.findFirstOrThrow({ where: { referralId: referral } })
const noting = async (used: number, seen?: number) => {
  const { id: bookletId, used: noted } = await given()
  return sessionsInput.parse({ id, bookletId, seen: String(seen ?? noted), used: String(used) })
}

describe('a booklet', () => {
  test('is noted by the helper and shown to both sides, and to nobody else', async () => {
    await give()
    for (const party of [byHelper(), byPlace()]) {
      expect((await bookletsFor(party, id, now))?.booklets).toMatchObject([{ vouchers: 10, used: 0, isExpired: false }])
    }
    const stranger = await makeHelper(`${Math.random()}@example.org`, await makeOrganisation('Autre'))
    for (const party of [{ side: 'HELPER', user: stranger } as const, byPlace(coordinator)]) {
      expect(await bookletsFor(party, id, now)).toBeNull()
    }
    await expect(giveBooklet({ side: 'HELPER', user: stranger }, booklet(), now)).rejects.toThrow(NotFoundError)
    await expect(giveBooklet(byPlace(), booklet(), now)).rejects.toThrow(ForbiddenError)
  })

  test.each([
    ['4 vouchers', { vouchers: '4' }],
    ['11 vouchers', { vouchers: '11' }],
    ['a day that does not exist', { givenOn: '2026-02-30' }],
    ['a day before the Pass numérique', { givenOn: '2016-11-20', expiresOn: '2017-03-31' }],
    ['an end before its beginning', { expiresOn: '2026-11-19' }],
    ['an end in ten years', { expiresOn: '2036-11-19' }],
  ])('is not one of %s', (_, fields) => {
    expect(bookletInput.safeParse({ ...booklet(), ...fields }).success).toBe(false)
  })

  test('is not given tomorrow, nor for a place that does not take it, nor once all is over', async () => {
    await expect(give({ givenOn: '2026-11-24' })).rejects.toThrow('à venir')
    id = await refer(plain)
    await expect(give()).rejects.toThrow('ne prend pas le Pass')
    id = await refer(place)
    await moveReferral(byHelper(), doing('CANCEL', id, 1), now)
    await expect(give()).rejects.toThrow('terminée')
  })

  test('noted by mistake is taken back, until it has served', async () => {
    await give()
    await takeBackBooklet(byHelper(), { id, bookletId: (await given()).id }, now)
    expect(await db.voucherBooklet.count({ where: { referralId: id } })).toBe(0)
    await give()
    await accept()
    await noteSessions(byPlace(), await noting(1), now)
    await expect(takeBackBooklet(byHelper(), { id, bookletId: (await given()).id }, now)).rejects.toThrow('déjà servi')
  })

  test('goes with the person to the place that takes over', async () => {
    await give()
    const input = redirectInput.parse({ id, placeId: other, version: '1', agreed: 'on' })
    const next = await redirectReferral(byHelper(), input, now)
    expect(await given(next.id)).toMatchObject({ vouchers: 10 })
    expect(await db.voucherBooklet.count({ where: { referralId: id } })).toBe(0)
  })
})

describe('sessions', () => {
  test('are noted by the place once it accepted, put right, and never more than were given', async () => {
    await give({ vouchers: '5' })
    await expect(noteSessions(byPlace(), await noting(1), now)).rejects.toThrow('Acceptez d’abord')
    await accept()
    await noteSessions(byPlace(), await noting(3), now)
    await noteSessions(byPlace(), await noting(2), now)
    expect(await given()).toMatchObject({ used: 2 })
    await expect(noteSessions(byPlace(), await noting(6), now)).rejects.toThrow('n’a que 5 chèques')
    await expect(noteSessions(byHelper(), await noting(3), now)).rejects.toThrow(ForbiddenError)
    const change = db.voucherBooklet.updateMany({ where: { referralId: id }, data: { used: 6 } })
    await expect(change).rejects.toThrow('booklet_used')
  })

  test('go on by the link of a place without account, after all else is closed to it, as long as a booklet is good', async () => {
    const byMail = await makeReceivingPlace('Mairie', pass)
    id = await refer(byMail)
    await give()
    await give({ vouchers: '5', expiresOn: '2026-12-31' })
    const { linkId } = await db.referral.findUniqueOrThrow({ where: { id } })
    const link = replyToken(env().SECRET, linkId)
    const byLink: Party = { side: 'PLACE', link }
    await moveReferral(byLink, doing('ACCEPT', id, 1), now)
    await moveReferral(byLink, doing('ATTEND', id, 2), now)
    await moveReferral(byLink, doing('HELP', id, 3), now)
    const [monthsLater, lastDay, over] = ['2027-02-15', '2027-03-31', '2027-04-02'].map(
      (day) => new Date(`${day}T10:00Z`),
    )
    expect(await referralFor(byLink, id, monthsLater)).toBeNull()
    await expect(writeMessage(byLink, { id, words: 'Bonjour' }, monthsLater)).rejects.toThrow(NotFoundError)
    await expect(readPerson(byLink, id, monthsLater)).rejects.toThrow(NotFoundError)
    expect(await listSeatsOf(byLink, id, monthsLater ?? now)).toEqual([])
    expect(Object.keys((await bookletReferralOfLink(link, monthsLater)) ?? {})).toEqual([
      'id',
      'code',
      'place',
      'organisation',
    ])
    expect(await bookletReferralOfLink(`${link}x`, monthsLater)).toBeNull()
    await noteSessions(byLink, await noting(2), monthsLater)
    await noteSessions(byLink, await noting(3), lastDay)
    expect(await given()).toMatchObject({ used: 3 })
    expect(await bookletReferralOfLink(link, over)).toBeNull()
    await expect(noteSessions(byLink, await noting(4), over)).rejects.toThrow(NotFoundError)
    await db.referral.update({ where: { id }, data: { erasedAt: monthsLater } })
    expect(await bookletReferralOfLink(link, monthsLater)).toBeNull()
  })

  test('noted twice at the same instant count once', async () => {
    await give()
    await accept()
    const input = await noting(1)
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => noteSessions(byPlace(), input, now)))
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect(await given()).toMatchObject({ used: 1 })
    await expect(noteSessions(byPlace(), await noting(2, 0), now)).rejects.toThrow('vient de noter 1')
  })

  test('go on after the referral ended, and stop the day after the last', async () => {
    await give({ expiresOn: '2026-11-30' })
    await accept()
    await moveReferral(byPlace(), doing('ATTEND', id, 2), now)
    await moveReferral(byPlace(), doing('HELP', id, 3), now)
    await noteSessions(byPlace(), await noting(4), new Date('2026-11-30T22:00:00Z'))
    const after = new Date('2026-12-01T08:00:00Z')
    await expect(noteSessions(byPlace(), await noting(5), after)).rejects.toThrow('périmé')
    await noteSessions(byPlace(), await noting(3), after)
    expect((await bookletsFor(byPlace(), id, after))?.booklets).toMatchObject([{ used: 3, isExpired: true }])
  })
})

describe('the figures of a hub', () => {
  test('tell what was given, used and lost by département and quarter, and nothing of too few people', async () => {
    await db.voucherBooklet.deleteMany()
    for (let n = 1; n <= fewestPeople; n++) {
      expect((await listVoucherFigures(coordinator, 2026, now)).every(({ figures }) => figures === null)).toBe(true)
      id = await refer(place)
      // Two booklets of one person are one person.
      await give({ givenOn: '2026-10-01', expiresOn: n === 1 ? '2026-10-31' : '2029-01-01' })
      if (n === 2) await give({ givenOn: '2026-10-02', expiresOn: '2029-01-01', vouchers: '5' })
      if (n > 2) continue
      await accept()
      const early = new Date('2026-10-20T10:00:00Z')
      const [first] = await db.voucherBooklet.findMany({ where: { referralId: id }, orderBy: { givenOn: 'asc' } })
      await noteSessions(byPlace(), { id, bookletId: first?.id ?? '', seen: 0, used: 4 }, early)
    }
    expect(await listVoucherFigures(coordinator, 2026, now)).toEqual([
      {
        departmentCode: '41',
        departmentName: 'Loir-et-Cher',
        quarter: 4,
        figures: { booklets: 6, given: 55, used: 8, expired: 6, left: 41 },
      },
    ])
    expect(await listVoucherFigures(coordinator, 2025)).toEqual([])
    await expect(listVoucherFigures(helper, 2026)).rejects.toThrow(ForbiddenError)
    await expect(listVoucherFigures(editor, 2026)).rejects.toThrow(ForbiddenError)
  })
})
