import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import { replyToken } from '@/lib/referrals/link'
import { ReferralChangedError } from '@/lib/referrals/locking/mutations'
import { redirectReferral } from '@/lib/referrals/mutations'
import type { Party } from '@/lib/referrals/party'
import { readPerson, savePerson } from '@/lib/referrals/person/mutations'
import { listReceived, listSent, referralFor } from '@/lib/referrals/queries'
import { personInput, redirectInput, referralFilters } from '@/lib/referrals/schema'
import { writeMessage } from '@/lib/referrals/timeline/mutations'
import { makeUser } from '../support/people'
import { later, now, openReferralScene, told } from '../support/referral-scene'

const { asHelper, asPlace, byMail, colleague, editor, get, helper, move, neighbour, openTo, other, send, stranger } =
  await openReferralScene()
const linkTo = async (id: string) => replyToken(process.env.SECRET ?? '', (await get(id)).linkId)
const filters = (fields = {}) => referralFilters.parse(fields)

describe('the two sides', () => {
  test('see it, and nobody else does: neither by another structure, another place, a hub nor the administration', async () => {
    const { id } = await send(told)
    for (const party of [asHelper, asPlace, { side: 'HELPER', user: colleague } as const])
      expect((await openTo(party, id))?.id).toBe(id)
    const others = [
      stranger,
      neighbour,
      await makeUser('hub@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' }),
      await makeUser('national@example.org', { role: 'NATIONAL_ADMIN' }),
      await makeUser('nobody@example.org'),
    ]
    for (const user of others) {
      const parties: Party[] = [
        { side: 'HELPER', user },
        { side: 'PLACE', user },
      ]
      for (const party of parties) {
        expect(await openTo(party, id)).toBeNull()
        await expect(readPerson(party, id, now)).rejects.toThrow(NotFoundError)
        await expect(move(party, 'NOT_WANT', id, 1)).rejects.toThrow(NotFoundError)
        await expect(writeMessage(party, { id, words: 'Bonjour' }, now)).rejects.toThrow(NotFoundError)
        await expect(
          redirectReferral(party, redirectInput.parse({ id, version: 1, placeId: other }), now),
        ).rejects.toThrow(NotFoundError)
      }
      expect((await listSent(user, filters(), now)).counts.waiting).toBe(0)
      expect((await listReceived(user, filters(), now)).referrals.map((line) => line.id)).not.toContain(id)
    }
    // One side is not the other.
    expect(await openTo({ side: 'PLACE', user: helper }, id)).toBeNull()
    expect(await openTo({ side: 'HELPER', user: editor }, id)).toBeNull()
    expect(await db.referralReading.count({ where: { referralId: id } })).toBe(0)
  })

  test('the link of a place opens its own referral, until a month after it ended, and none of a place with an account', async () => {
    const { id } = await send({}, byMail)
    const link = { side: 'PLACE', link: await linkTo(id) } as const
    expect((await openTo(link, id))?.moves).toContain('ACCEPT')
    const second = await send({}, byMail)
    expect(await openTo(link, second.id)).toBeNull()
    expect(await openTo({ side: 'PLACE', link: `${link.link}x` }, id)).toBeNull()
    await move(link, 'ACCEPT', id, 1)
    await move(asHelper, 'CANCEL', id, 2)
    expect(await referralFor(link, id, later(24 * 29))).not.toBeNull()
    expect(await referralFor(link, id, later(24 * 31))).toBeNull()
    const toAccount = await send()
    expect(await openTo({ side: 'PLACE', link: await linkTo(toAccount.id) }, toAccount.id)).toBeNull()
  })

  test('no identity is in what a page reads', async () => {
    const { id } = await send(told)
    const pages = JSON.stringify([
      await openTo(asPlace, id),
      await openTo(asHelper, id),
      await listSent(helper, filters({ etat: 'waiting' }), now),
      await listReceived(editor, filters(), now),
    ])
    for (const word of [told.name, told.phone, told.email]) expect(pages).not.toContain(word)
    expect(await db.referralReading.count({ where: { referralId: id } })).toBe(0)
  })
})

describe('who the person is', () => {
  test('is read by both sides, and each reading is written down', async () => {
    const { id } = await send(told)
    const { name, phone, email } = told
    expect(await readPerson(asPlace, id, now)).toEqual({ name, phone, email })
    expect(await readPerson(asHelper, id, later(1))).toEqual({ name, phone, email })
    expect(await db.referralReading.findMany({ where: { referralId: id }, orderBy: { at: 'asc' } })).toMatchObject([
      { side: 'PLACE', userId: editor.id, at: now },
      { side: 'HELPER', userId: helper.id, at: later(1) },
    ])
    const trail = await db.auditEntry.findMany({ where: { subject: `referral ${id}`, action: 'referral.person_read' } })
    expect(trail).toHaveLength(2)
    expect(JSON.stringify(trail)).not.toContain('Amélie')
  })

  test('is not shown where the reading cannot be written down', async () => {
    const { id } = await send(told)
    await db.$executeRaw`ALTER TABLE "ReferralReading" ADD CONSTRAINT refused CHECK (false) NOT VALID`
    try {
      await expect(readPerson(asPlace, id, now)).rejects.toThrow()
    } finally {
      await db.$executeRaw`ALTER TABLE "ReferralReading" DROP CONSTRAINT refused`
    }
  })

  test('is nothing to read where nothing was told', async () => {
    const { id } = await send({ need: told.need })
    expect(await readPerson(asPlace, id, now)).toBeNull()
    expect(await db.referralReading.count({ where: { referralId: id } })).toBe(0)
  })

  test('is no longer the place’s to know once it refused, or all is over', async () => {
    const refused = await send(told)
    await move(asPlace, 'REFUSE', refused.id, 1, { reason: 'FULL' })
    const cancelled = await send(told)
    await move(asHelper, 'CANCEL', cancelled.id, 1)
    for (const { id } of [refused, cancelled]) {
      await expect(readPerson(asPlace, id, now)).rejects.toThrow(UserError)
      expect((await openTo(asPlace, id))?.mayReadPerson).toBe(false)
      expect((await readPerson(asHelper, id, now))?.name).toBe(told.name)
    }
  })

  test('is written later, put right or taken away by the helper, once the person agreed', async () => {
    const { id } = await send()
    const save = (version: number, fields: Record<string, string>, at: Date) =>
      savePerson(asHelper, personInput.parse({ id, version, agreed: 'on', ...fields }), at)
    await save(1, { name: 'Amélie' }, later(2))
    expect((await readPerson(asPlace, id, now))?.name).toBe('Amélie')
    expect(await get(id)).toMatchObject({ version: 2, informedAt: later(2), agreedAt: later(2) })
    await expect(save(1, { name: 'Autre' }, later(3))).rejects.toThrow(ReferralChangedError)
    await save(2, {}, later(3))
    expect(await db.referralPerson.count({ where: { referralId: id } })).toBe(0)
    const asStranger = { side: 'HELPER', user: stranger } as const
    await expect(savePerson(asStranger, personInput.parse({ id, version: 3, agreed: 'on' }), now)).rejects.toThrow(
      NotFoundError,
    )
  })
})
