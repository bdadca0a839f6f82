import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { eraseReferral } from '@/lib/referrals/erasure/mutations'
import { replyToken } from '@/lib/referrals/link'
import { ReferralChangedError } from '@/lib/referrals/locking/mutations'
import { moveReferral, redirectReferral } from '@/lib/referrals/mutations'
import type { Party } from '@/lib/referrals/party'
import { readPerson, savePerson } from '@/lib/referrals/person/mutations'
import { listReceived, listSent, referralFor } from '@/lib/referrals/queries'
import { isMisread, messageInput, personInput, redirectInput, referralFilters, sendInput } from '@/lib/referrals/schema'
import { unreadable } from '@/lib/referrals/sealed-parts'
import { sendReferral, sendReferralIn } from '@/lib/referrals/sending/mutations'
import { writeMessage } from '@/lib/referrals/timeline/mutations'
import { referralLimits, TooManyAttemptsError } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { makeHub, makeUser } from '../support/people'
import { doing, makeEditor, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from '../support/referrals'

const now = new Date('2026-11-23T09:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const nir = '2 55 08 14 168 025 38'
const told = {
  name: 'Amélie Poulain',
  phone: '06 12 34 56 78',
  email: 'amelie@example.org',
  need: 'Déclarer ses impôts',
  constraints: 'Se déplace à pied',
}

let place: string
let other: string
let byMail: string
let helper: CurrentUser
let colleague: CurrentUser
let stranger: CurrentUser
let editor: CurrentUser
let neighbour: CurrentUser
let asHelper: Party & { side: 'HELPER' }
let asPlace: Party

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  const organisation = await makeOrganisation()
  helper = await makeHelper('helper@example.org', organisation)
  colleague = await makeHelper('colleague@example.org', organisation)
  stranger = await makeHelper('stranger@example.org', await makeOrganisation('Mission locale'))
  ;[place, other, byMail] = (await Promise.all(
    ['Médiathèque', 'Espace numérique', 'Mairie'].map((name) => makeReceivingPlace(name)),
  )) as [string, string, string]
  editor = await makeEditor('editor@example.org', place)
  neighbour = await makeEditor('neighbour@example.org', other)
  asHelper = { side: 'HELPER', user: helper }
  asPlace = { side: 'PLACE', user: editor }
})

const send = (fields: Record<string, unknown> = {}, to = place) => sendReferral(helper, referralTo(to, fields), now)
const move = (party: Party, action: string, id: string, version: number, fields = {}, at = now) =>
  moveReferral(party, doing(action, id, version, fields), at)
const get = (id: string) => db.referral.findUniqueOrThrow({ where: { id } })
const linkTo = async (id: string) => replyToken(process.env.SECRET ?? '', (await get(id)).linkId)
const filters = (fields = {}) => referralFilters.parse(fields)
const openTo = (party: Party, id: string) => referralFor(party, id, now)

describe('a referral is sent', () => {
  test('without a name unless one is given, to wait two working days for its place', async () => {
    const { id, code } = await send()
    expect(await get(id)).toMatchObject({
      code,
      status: 'SENT',
      version: 1,
      acts: 'PLACE',
      email: null,
      dueAt: new Date('2026-11-25T22:59:59.999Z'),
      nextStep: 'REMIND',
      nextStepAt: new Date('2026-11-30T07:00:00Z'),
      waitingSince: now,
      informedAt: now,
      agreedAt: now,
      helperId: helper.id,
    })
    expect(await db.referralPerson.count({ where: { referralId: id } })).toBe(0)
    expect(await db.referralNeed.count({ where: { referralId: id } })).toBe(0)
    expect(await db.referralEvent.findMany({ where: { referralId: id } })).toMatchObject([
      { action: 'SEND', side: 'HELPER', status: 'SENT', userId: helper.id, at: now, sealed: null },
    ])
  })

  test('once by a double click, and twice from a form that was gone back to', async () => {
    const id = randomUUID()
    const click = (at = now, user = helper) => sendReferral(user, referralTo(place, { id }), at)
    const [one, two] = await Promise.all([click(), click()])
    expect([one, two]).toEqual([
      { id, code: one?.code },
      { id, code: one?.code },
    ])
    expect(await db.referralEvent.count({ where: { referralId: id } })).toBe(1)
    expect((await click(later(1))).id).not.toBe(id)
    // Nobody learns the code of another's by its id.
    expect((await click(now, colleague)).id).not.toBe(id)
  })

  test('by e-mail where nobody has an account', async () => {
    expect((await get((await send({}, byMail)).id)).email).toBe('accueil@example.org')
  })

  test('with what is told of the person sealed, each part in its own table', async () => {
    const { id } = await send(told)
    const [person, need] = await Promise.all([
      db.referralPerson.findUniqueOrThrow({ where: { referralId: id } }),
      db.referralNeed.findUniqueOrThrow({ where: { referralId: id } }),
    ])
    for (const { sealed, keyId } of [person, need]) {
      expect(keyId).toBe('test')
      for (const word of ['Amélie', '06 12', 'amelie@', 'impôts', 'pied'])
        expect(Buffer.from(sealed).includes(word)).toBe(false)
    }
    expect((await openTo(asPlace, id))?.need).toEqual({ need: told.need, constraints: told.constraints })
  })

  test('with a code that nobody has: one that is taken is drawn again', async () => {
    const { code } = await send()
    const drawn = [code, code, 'ZZZZ2222']
    const again = await db.$transaction((tx) =>
      sendReferralIn(tx, helper, referralTo(place), now, () => drawn.shift() ?? ''),
    )
    expect(again.code).toBe('ZZZZ2222')
    const stuck = db.$transaction((tx) => sendReferralIn(tx, helper, referralTo(place), now, () => code))
    await expect(stuck).rejects.toThrow('No free code')
  })

  test.each([
    ['is a draft', { status: 'DRAFT', publishedAt: null }],
    ['takes none', { takesReferrals: false, accessModes: ['REFERRAL_FORM_BY_EMAIL'] }],
    ['never said so', { takesReferrals: null }],
    ['cannot be reached', { emails: [] }],
  ])('not to a place that %s', async (_, fields) => {
    const id = await makeReceivingPlace('Fermé', fields)
    await expect(send({}, id)).rejects.toThrow(UserError)
    await expect(send({}, 'adp-999999999')).rejects.toThrow(NotFoundError)
  })

  test('only by who helps, for a structure of hers, and not for a day that is past', async () => {
    const users = [editor, await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })]
    for (const user of users) await expect(sendReferral(user, referralTo(place), now)).rejects.toThrow(ForbiddenError)
    const [{ organisationId } = { organisationId: null }] = stranger.memberships
    await expect(send({ organisationId })).rejects.toThrow(ForbiddenError)
    await expect(send({ neededBy: '2026-11-22' })).rejects.toThrow('déjà passé')
    expect((await get((await send({ neededBy: '2026-11-23' })).id)).neededBy).toEqual(new Date('2026-11-23'))
  })

  test.each([undefined, '', 'off'])('not before the person was told and agreed: %s', (agreed) => {
    const form = { placeId: place, services: ['EMPLOYMENT'], agreed }
    expect(sendInput.safeParse(form).error?.issues.map(({ path }) => path[0])).toEqual(['agreed'])
  })
})

test('sixty are sent in a quarter of an hour at most: a stolen account writes to few places', async () => {
  const hurried = await makeHelper('hurried@example.org', await makeOrganisation('Pressée'))
  const limits = referralLimits(hurried.id)
  for (let sent = 0; sent < 60; sent++) await countAttempt(limits, now.getTime())
  await expect(sendReferral(hurried, referralTo(place), now)).rejects.toThrow(TooManyAttemptsError)
  await sendReferral(hurried, referralTo(place), later(1))
})

describe('a social-security number is refused', () => {
  test.each(['name', 'phone', 'email', 'need', 'constraints'])('in %s', (field) => {
    const form = { placeId: place, services: ['EMPLOYMENT'], agreed: 'on', [field]: `n° ${nir}` }
    expect(sendInput.safeParse(form).error?.issues[0]?.message).toMatch(/sécurité sociale|adresse/)
  })

  test('in every text of an answer, a redirection, a message, and by the last door of what is sealed', async () => {
    const { id } = await send()
    expect(() => doing('ACCEPT', id, 1, { words: nir })).toThrow(/sécurité sociale/)
    expect(redirectInput.safeParse({ id, version: 1, placeId: other, words: nir }).success).toBe(false)
    expect(messageInput.safeParse({ id, words: nir }).success).toBe(false)
    expect(personInput.safeParse({ id, version: 1, name: nir, agreed: 'on' }).success).toBe(false)
    await expect(writeMessage(asHelper, { id, words: nir }, now)).rejects.toThrow(/sécurité sociale/)
    await expect(sendReferral(helper, { ...referralTo(place), name: nir }, now)).rejects.toThrow(/sécurité sociale/)
  })
})

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

describe('the board and the inbox', () => {
  test('show what waits for whom, the most urgent first, and what is late', async () => {
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
    await move(party, 'REFUSE', third.id, 1, { reason: 'CLOSED' })
    const inbox = await listReceived(answers, filters(), later(24 * 3))
    expect(inbox.referrals.map(({ id }) => id)).toEqual([first.id, second.id, hers.id])
    expect(inbox.counts).toEqual({ todo: 3, waiting: 1, closed: 0, late: 1 })
    expect(inbox.pages).toBe(1)
    const board = async (fields: Record<string, string>) =>
      (await listSent(me, filters(fields), now)).referrals.map(({ id }) => id)
    expect(await board({})).toEqual([third.id])
    expect(await board({ etat: 'waiting' })).toEqual([first.id, second.id, hers.id])
    expect(await board({ etat: 'waiting', a: 'moi' })).toEqual([first.id, second.id])
    await move({ side: 'HELPER', user: her }, 'CANCEL', third.id, 2)
    expect(await board({ etat: 'closed' })).toEqual([third.id])
    expect(await board({ code: ` ${third.code.toLowerCase()} ` })).toEqual([third.id])
    expect(await board({ code: 'pas un code' })).toEqual([])
    expect(await board({ etat: 'nonsense', page: '-1' })).toEqual([])
    expect((await listReceived(answers, filters({ lieu: place }), now)).referrals).toEqual([])
    const beyond = await listReceived(answers, filters({ page: '7' }), now)
    expect([beyond.page, beyond.referrals.length], 'the last page, where there is no such one').toEqual([1, 3])
    const ofState = await listReceived(answers, filters({ statut: 'HELPED' }), now)
    expect(ofState.referrals, 'the inbox has no such filter').toHaveLength(3)
    expect([{}, { statut: '', code: '' }, { etat: 'closed', page: '2' }].map(isMisread)).toEqual([false, false, false])
    expect([{ etat: 'x' }, { statut: 'x' }, { lieu: 'x' }, { page: '0' }].map(isMisread)).toEqual(Array(4).fill(true))
  })
})
