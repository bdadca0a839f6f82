import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { messageInput, personInput, redirectInput, sendInput } from '@/lib/referrals/schema'
import { sendReferral, sendReferralIn } from '@/lib/referrals/sending/mutations'
import { writeMessage } from '@/lib/referrals/timeline/mutations'
import { referralLimits, TooManyAttemptsError } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { makeUser } from '../support/people'
import { later, now, openReferralScene, told } from '../support/referral-scene'
import { doing, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from '../support/referrals'

const { asHelper, asPlace, byMail, colleague, editor, get, helper, openTo, other, place, send, stranger } =
  await openReferralScene()
const nir = '2 55 08 14 168 025 38'

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
