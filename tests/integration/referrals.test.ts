import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { eraseReferral } from '@/lib/referrals/erasure/mutations'
import { ReferralChangedError } from '@/lib/referrals/locking/mutations'
import { redirectReferral } from '@/lib/referrals/mutations'
import type { Party } from '@/lib/referrals/party'
import { readPerson } from '@/lib/referrals/person/mutations'
import { listSent } from '@/lib/referrals/queries'
import { messageInput, redirectInput, referralFilters } from '@/lib/referrals/schema'
import { unreadable } from '@/lib/referrals/sealed-parts'
import { writeMessage } from '@/lib/referrals/timeline/mutations'
import { later, now, openReferralScene, told } from '../support/referral-scene'
import { doing, makeReceivingPlace } from '../support/referrals'

const { asHelper, asPlace, colleague, get, helper, move, neighbour, openTo, other, place, send } =
  await openReferralScene()
const filters = (fields = {}) => referralFilters.parse(fields)

describe('what becomes of it', () => {
  test('goes from the sending to the help, each step with who acts next and by when', async () => {
    const { id } = await send()
    const steps: [Party, string, Record<string, unknown>, Record<string, unknown>][] = [
      [asPlace, 'SEE', {}, { status: 'SEEN', dueAt: new Date('2026-11-25T22:59:59.999Z'), waitingSince: now }],
      [
        asPlace,
        'ACCEPT',
        { words: 'Avec plaisir' },
        { status: 'ACCEPTED', dueAt: new Date('2026-11-30T22:59:59.999Z') },
      ],
      [
        asPlace,
        'SCHEDULE',
        { date: '2026-12-01', time: '14:30', length: '45' },
        {
          status: 'APPOINTMENT',
          appointmentAt: new Date('2026-12-01T13:30:00Z'),
          appointmentLength: 45,
          waitingSince: new Date('2026-12-01T14:15:00Z'),
          dueAt: new Date('2026-12-03T22:59:59.999Z'),
        },
      ],
      [asHelper, 'EXCUSE', {}, { status: 'EXCUSED', acts: 'PLACE' }],
      [asPlace, 'SCHEDULE', { date: '2026-12-08', time: '09:00' }, { status: 'APPOINTMENT', appointmentLength: 60 }],
      [asPlace, 'ATTEND', {}, { status: 'ATTENDED', acts: 'PLACE' }],
      [
        asHelper,
        'HELP',
        {},
        { status: 'HELPED', acts: null, dueAt: null, nextStep: null, nextStepAt: null, closedAt: now },
      ],
    ]
    for (const [index, [party, action, fields, expected]] of steps.entries()) {
      expect(await move(party, action, id, index + 1, fields)).toEqual({ status: expected.status, version: index + 2 })
      expect(await get(id)).toMatchObject(expected)
    }
    const shown = await openTo(asHelper, id)
    expect(shown?.events.map(({ action, words }) => (words ? `${action} ${words}` : action))).toEqual([
      'SEND',
      'SEE',
      'ACCEPT Avec plaisir',
      'SCHEDULE',
      'EXCUSE',
      'SCHEDULE',
      'ATTEND',
      'HELP',
    ])
    expect(shown?.moves).toEqual([])
    const trail = await db.auditEntry.findMany({ where: { subject: `referral ${id}` }, orderBy: { id: 'asc' } })
    expect(trail).toHaveLength(8)
    expect(JSON.stringify(trail)).not.toContain('plaisir')
  })

  test('refuses what its state does not allow, and writes nothing', async () => {
    const { id } = await send()
    const refused: [Party, string, Record<string, unknown>][] = [
      [asHelper, 'ACCEPT', {}],
      [asPlace, 'CANCEL', {}],
      [asPlace, 'HELP', {}],
      [asPlace, 'SCHEDULE', { date: '2026-11-20', time: '10:00' }],
      [asPlace, 'SCHEDULE', { date: '2028-11-20', time: '10:00' }],
    ]
    for (const [party, action, fields] of refused)
      await expect(move(party, action, id, 1, fields)).rejects.toThrow(UserError)
    expect(await get(id)).toMatchObject({ status: 'SENT', version: 1 })
    expect(await db.referralEvent.count({ where: { referralId: id } })).toBe(1)
    expect(() => doing('REFUSE', id, 1)).toThrow(/raison/)
    expect(() => doing('REFUSE', id, 1, { reason: 'OTHER' })).toThrow(/pourquoi/)
    expect(() => doing('SCHEDULE', id, 1)).toThrow(/jour/)
    expect(() => doing('EXPIRE', id, 1)).toThrow()
  })

  test('having seen it brings neither a day more nor a second reminder', async () => {
    const { id } = await send()
    const reminded = { nextStep: 'ESCALATE', nextStepAt: new Date('2026-12-07T07:00:00Z') } as const
    await db.referral.update({ where: { id }, data: reminded })
    const { acts, dueAt, waitingSince } = await get(id)
    await move(asPlace, 'SEE', id, 1, {}, later(24 * 8))
    expect(await get(id)).toMatchObject({ status: 'SEEN', version: 2, acts, dueAt, waitingSince, ...reminded })
  })

  test('nobody is absent before the appointment', async () => {
    const { id } = await send()
    await move(asPlace, 'SCHEDULE', id, 1, { date: '2026-11-24', time: '10:00' })
    await expect(move(asPlace, 'MISS', id, 2)).rejects.toThrow('pas encore')
    expect(await move(asPlace, 'MISS', id, 2, {}, later(25))).toMatchObject({ status: 'ABSENT' })
  })

  test('two sides that act at once: one is done, the other is told, and nothing is overwritten', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await send()
      const answers = await Promise.allSettled([
        move(asPlace, 'ACCEPT', id, 1),
        move(asHelper, 'CANCEL', id, 1),
        move(asPlace, 'REFUSE', id, 1, { reason: 'FULL' }),
        move({ side: 'HELPER', user: colleague }, 'NOT_WANT', id, 1),
        redirectReferral(asHelper, redirectInput.parse({ id, version: 1, placeId: other, agreed: 'on' }), now),
      ])
      const done = answers.filter(({ status }) => status === 'fulfilled')
      expect(done).toHaveLength(1)
      for (const answer of answers) {
        if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(ReferralChangedError)
      }
      expect((await get(id)).version).toBe(2)
      expect(await db.referralEvent.count({ where: { referralId: id } })).toBe(2)
      expect(await db.referral.count({ where: { redirectedFromId: id } })).toBeLessThanOrEqual(1)
    }
  })
})

describe('messages', () => {
  test('go both ways while it is open, sealed, and do not get in the way of an answer', async () => {
    const { id } = await send()
    await writeMessage(asHelper, messageInput.parse({ id, words: 'Elle viendra avec sa sœur.' }), now)
    await writeMessage(asPlace, messageInput.parse({ id, words: 'Entendu.' }), later(1))
    expect((await openTo(asPlace, id))?.events.flatMap(({ words }) => words ?? [])).toEqual([
      'Elle viendra avec sa sœur.',
      'Entendu.',
    ])
    expect(await move(asPlace, 'ACCEPT', id, 1)).toMatchObject({ version: 2 })
    await move(asHelper, 'CANCEL', id, 2)
    await expect(writeMessage(asPlace, { id, words: 'Trop tard' }, now)).rejects.toThrow('terminée')
    expect(messageInput.safeParse({ id, words: '  ' }).success).toBe(false)
    expect(messageInput.safeParse({ id, words: 'a'.repeat(501) }).success).toBe(false)
    expect(messageInput.safeParse({ id, words: new File(['a'], 'a.pdf') }).success).toBe(false)
  })

  test('are a hundred at most', async () => {
    const { id } = await send()
    await db.referralEvent.createMany({
      data: Array.from({ length: 100 }, () => ({ referralId: id, action: 'MESSAGE', side: 'HELPER', status: 'SENT' })),
    })
    await expect(writeMessage(asPlace, { id, words: 'Encore' }, now)).rejects.toThrow('Appelez')
  })
})

describe('sent on to another place', () => {
  const onTo = (party: Party, id: string, placeId = other, fields: Record<string, unknown> = { agreed: 'on' }) =>
    redirectReferral(party, redirectInput.parse({ id, version: 1, placeId, ...fields }), later(1))

  test('by the helper, all that is known goes along, under a seal and a date of its own', async () => {
    const { id } = await send(told)
    const sent = await onTo(asHelper, id)
    expect(await get(id)).toMatchObject({ status: 'REDIRECTED', closedAt: later(1), acts: null })
    expect(await get(sent.id)).toMatchObject({
      status: 'SENT',
      placeId: other,
      redirectedFromId: id,
      agreedAt: later(1),
      services: ['EMPLOYMENT'],
    })
    const asOther = { side: 'PLACE', user: neighbour } as const
    expect((await readPerson(asOther, sent.id, now))?.name).toBe(told.name)
    expect((await openTo(asOther, sent.id))?.need?.need).toBe(told.need)
    await expect(readPerson(asPlace, id, now)).rejects.toThrow(UserError)
    // Each place sees that there is another, and may not open it.
    expect((await openTo(asPlace, id))?.redirectedTo).toMatchObject({ id: null, place: { name: 'Espace numérique' } })
    expect((await openTo(asHelper, id))?.redirectedTo).toMatchObject({ id: sent.id, code: sent.code })
    // The second place erases its own alone: the code that stands there leads to nobody, and no paper bears it.
    await eraseReferral(asOther, sent.id, later(2))
    expect((await openTo(asHelper, id))?.redirectedTo).toMatchObject({ id: sent.id, code: null })
  })

  test('leaves a day behind that has passed where the other place is, however early it is elsewhere', async () => {
    const { id } = await send({ neededBy: '2026-11-24' })
    const redirect = redirectInput.parse({ id, version: 1, placeId: other, agreed: 'on' })
    const onward = await redirectReferral(asHelper, redirect, new Date('2026-11-24T23:30:00Z'))
    expect(await get(onward.id)).toMatchObject({ status: 'SENT', neededBy: null })
  })

  test('what no longer opens is said to be unreadable, stays behind, and is erased like the rest', async () => {
    const { id } = await send(told)
    await writeMessage(asHelper, messageInput.parse({ id, words: 'À midi' }), now)
    await db.$executeRaw`UPDATE "ReferralNeed" SET "keyId" = 'lost' WHERE "referralId" = ${id}::uuid`
    await db.$executeRaw`UPDATE "ReferralPerson" SET "keyId" = 'lost' WHERE "referralId" = ${id}::uuid`
    await db.$executeRaw`UPDATE "ReferralEvent" SET "keyId" = 'lost' WHERE "referralId" = ${id}::uuid AND sealed IS NOT NULL`
    const shown = await openTo(asHelper, id)
    expect(shown?.need).toEqual({ need: unreadable, constraints: null })
    expect(shown?.events.map(({ words }) => words)).toEqual([null, unreadable])
    expect(await readPerson(asHelper, id, now)).toEqual({ name: unreadable, phone: null, email: null })
    const onward = await onTo(asHelper, id)
    expect(await openTo(asHelper, onward.id)).toMatchObject({ need: null, hasPerson: false })
    await eraseReferral(asHelper, id, later(2))
    expect(await openTo(asHelper, id)).toMatchObject({ need: null, hasPerson: false, erasedAt: later(2) })
  })

  test('by the place, nothing of the person does', async () => {
    const { id } = await send(told)
    const sent = await onTo(asPlace, id, other, { words: 'Plus près de chez elle' })
    expect(await get(sent.id)).toMatchObject({ placeId: other, agreedAt: now, helperId: helper.id })
    expect(await openTo(asHelper, sent.id)).toMatchObject({ need: null, hasPerson: false })
    expect((await listSent(helper, filters({ code: sent.code }), now)).referrals).toHaveLength(1)
  })

  test('not without agreement, not to the same place, not to one that takes none; then nothing is written', async () => {
    const { id } = await send(told)
    const draft = await makeReceivingPlace('Brouillon', { status: 'DRAFT', publishedAt: null })
    await expect(onTo(asHelper, id, other, {})).rejects.toThrow('d’accord')
    await expect(onTo(asHelper, id, place)).rejects.toThrow('déjà ce lieu')
    await expect(onTo(asHelper, id, draft)).rejects.toThrow('ne reçoit pas')
    expect(await get(id)).toMatchObject({ status: 'SENT', version: 1 })
  })
})
