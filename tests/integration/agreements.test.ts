import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerLifetime } from '@/lib/accounts/joining/lifetime'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { NotFoundError } from '@/lib/errors'
import {
  answerAgreement,
  askAgreement,
  changeAgreement,
  forgetAgreements,
} from '@/lib/organisations/agreements/mutations'
import { countAgreementsFor, listAgreementsFor, listHubsToAsk } from '@/lib/organisations/agreements/queries'
import { redirectReferral } from '@/lib/referrals/mutations'
import { listOtherPlaces } from '@/lib/referrals/places/queries'
import { runReferralRound } from '@/lib/referrals/round/mutations'
import { redirectInput } from '@/lib/referrals/schema'
import { sendReferral } from '@/lib/referrals/sending/mutations'
import { joiningLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { makeHub, makeUser } from '../support/people'
import { makeEditor, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from '../support/referrals'
import { storedPlace } from '../support/stored-place'

let [here, there] = ['', '']
let hubId = ''
let coordinator: CurrentUser
let [organisationId, count] = ['', 0]
let helper: CurrentUser

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  await makeHub('hub-ouest', ['35'])
  hubId = (await db.hub.findUniqueOrThrow({ where: { slug: 'hub-ouest' } })).id
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
  here = await makeReceivingPlace('Médiathèque')
  there = await makeReceivingPlace('Maison de quartier', { communeCode: '35238', postcode: '35000' })
})

/** A new structure of Blois, and a hub of Rennes that asks to know who sends it people. */
beforeEach(async () => {
  await db.hub.update({ where: { id: hubId }, data: { approvesHelpers: true } })
  organisationId = await makeOrganisation()
  helper = await makeHelper(`helper${++count}@example.org`, organisationId)
  await db.throttle.deleteMany()
  await db.hubAgreement.deleteMany()
  await db.outboxMail.deleteMany()
})

const send = (to = there) => sendReferral(helper, referralTo(to))
const ask = () => askAgreement(helper, { organisationId, placeId: there })
const answer = async (decision: 'accept' | 'refuse') => {
  const { id } = await db.hubAgreement.findFirstOrThrow({ where: { organisationId } })
  await answerAgreement(coordinator, { id, decision, reason: decision === 'refuse' ? 'Inconnue' : null })
}
const change = async (decision: 'accept' | 'refuse') => {
  const { id } = await db.hubAgreement.findFirstOrThrow({ where: { organisationId } })
  await changeAgreement(coordinator, { id, decision })
}
const mails = async () => (await db.outboxMail.findMany()).map(({ to, subject }) => `${to} · ${subject}`)
const redirect = (id: string) => redirectInput.parse({ id, version: 1, placeId: there, agreed: 'on' })

describe('a structure that says it works elsewhere', () => {
  test('sends nobody to the places of a hub that asks to know it, until the hub says yes', async () => {
    await expect(send()).rejects.toThrow('donne d’abord son accord')
    expect(await db.referral.count({ where: { organisationId } })).toBe(0)
    const first = await send(here)
    await expect(redirectReferral({ side: 'HELPER', user: helper }, redirect(first.id))).rejects.toThrow('son accord')
    await Promise.all([ask(), ask()])
    expect(await mails()).toContain('coordinator@example.org · Une structure demande à orienter vers vos lieux')
    expect(await countAgreementsFor(coordinator)).toBe(1)
    expect(await listAgreementsFor(coordinator)).toMatchObject([
      { structure: 'CCAS de Blois, Blois (41)', askedBy: { email: helper.email } },
    ])
    expect(await listHubsToAsk(organisationId, there)).toMatchObject([{ id: hubId, askedAt: expect.any(Date) }])
    await expect(send()).rejects.toThrow('son accord')
    await answer('accept')
    expect(await mails()).toContain(`${helper.email} · Le hub accepte vos orientations`)
    expect(await countAgreementsFor(coordinator)).toBe(0)
    await expect(answer('refuse')).rejects.toThrow(NotFoundError)
    await send()
  })

  test('is proposed none of those places, in a page or in a message, until then; a place that sends on is', async () => {
    const proposed = async () => {
      const { id } = await sendReferral(helper, referralTo(here), new Date('2026-11-23T09:00:00Z'))
      for (const day of ['2026-12-01', '2026-12-09']) await runReferralRound(new Date(`${day}T12:00:00Z`))
      const told = await db.outboxMail.findMany({ where: { to: helper.email } })
      const wanted = { id, place: storedPlace, services: ['EMPLOYMENT' as const], supportMode: null }
      const found = async (sender?: string) => (await listOtherPlaces({ ...wanted, sender })).map((place) => place.id)
      return {
        byItself: await found(organisationId),
        byThePlace: await found(),
        inAMessage: told.some(({ text }) => text.includes(`${id}/ailleurs?lieu=${there}`)),
      }
    }
    expect(await proposed()).toEqual({ byItself: [], byThePlace: [there], inAMessage: false })
    await ask()
    await answer('accept')
    expect(await proposed()).toEqual({ byItself: [there], byThePlace: [there], inAMessage: true })
  })

  test('reads the reason of a no, and may ask again three months later', async () => {
    await ask()
    await answer('refuse')
    expect((await db.outboxMail.findFirstOrThrow({ where: { to: helper.email } })).text).toContain('Inconnue')
    await expect(send()).rejects.toThrow('son accord')
    await expect(ask()).rejects.toThrow('trois mois après sa réponse')
    await forgetAgreements(new Date(Date.now() + 2 * answerLifetime))
    expect(await listHubsToAsk(organisationId, there)).toMatchObject([{ refusedAt: expect.any(Date) }])
    const refusedAt = new Date(Date.now() - answerLifetime)
    await db.hubAgreement.updateMany({ where: { organisationId }, data: { refusedAt } })
    await ask()
    expect(await countAgreementsFor(coordinator)).toBe(1)
    await answer('accept')
    await send()
  })

  test('loses a yes that the hub takes back, whatever it sent under it, until the hub gives it again', async () => {
    await ask()
    await answer('accept')
    await send()
    await change('refuse')
    expect(await mails()).toContain(`${helper.email} · Le hub retire son accord`)
    await expect(send()).rejects.toThrow('son accord')
    await expect(ask()).rejects.toThrow('trois mois')
    await expect(change('refuse')).rejects.toThrow(NotFoundError)
    await change('accept')
    await send()
    expect((await mails()).filter((mail) => mail.endsWith('Le hub accepte vos orientations'))).toHaveLength(2)
  })

  test('is not let in by the silence of a hub that took its yes back, whatever it sent under it', async () => {
    await ask()
    await answer('accept')
    await send()
    await change('refuse')
    const refusedAt = new Date(Date.now() - answerLifetime)
    await db.hubAgreement.updateMany({ where: { organisationId }, data: { refusedAt } })
    await ask()
    await forgetAgreements(new Date(Date.now() + 2 * answerLifetime))
    expect(await mails()).toContainEqual(expect.stringContaining(helper.email))
    expect(await countAgreementsFor(coordinator)).toBe(0)
    await expect(send()).rejects.toThrow('son accord')
  })

  test('is not kept from asking by whoever fills in the public form in her name', async () => {
    for (let tries = 0; tries < 3; tries++) await countAttempt(joiningLimits(helper.email, null))
    await ask()
  })

  test('is told when nobody answered in three months', async () => {
    await ask()
    await forgetAgreements(new Date(Date.now() + answerLifetime - 60_000))
    expect(await countAgreementsFor(coordinator)).toBe(1)
    await forgetAgreements(new Date(Date.now() + answerLifetime + 60_000))
    expect(await countAgreementsFor(coordinator)).toBe(0)
    expect(await mails()).toContain(`${helper.email} · Votre demande au hub n’a pas eu de réponse`)
  })

  test('goes on where it sent people before the hub chose to answer, not where a place sent them on', async () => {
    const { id } = await send(here)
    const editor = await makeEditor(`editor${count}@example.org`, here)
    await redirectReferral({ side: 'PLACE', user: editor }, redirect(id))
    await expect(send()).rejects.toThrow('son accord')
    await db.hub.update({ where: { id: hubId }, data: { approvesHelpers: false } })
    await send()
    await db.hub.update({ where: { id: hubId }, data: { approvesHelpers: true } })
    await send()
  })
})

test('a structure of the hub’s own départements was let in already', async () => {
  await db.organisation.update({ where: { id: organisationId }, data: { communeCode: '35238' } })
  await send()
})
