import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { startMailServer } from '../support/mail-server'

const server = await startMailServer()
process.env.SMTP_URL = server.url
// They read the settings when they load.
const { db } = await import('@/lib/db')
const { sendMail } = await import('@/lib/mail/delivery/mutations')
const { moveReferral, redirectReferral } = await import('@/lib/referrals/mutations')
const { sendReferral } = await import('@/lib/referrals/sending/mutations')
const { writeMessage } = await import('@/lib/referrals/timeline/mutations')
const { readPerson, savePerson } = await import('@/lib/referrals/person/mutations')
const { referralOfLink } = await import('@/lib/referrals/queries')
const { runReferralRound } = await import('@/lib/referrals/round/mutations')
const { messageInput, personInput, redirectInput } = await import('@/lib/referrals/schema')
const { shownCode } = await import('@/lib/referrals/code')
const support = await import('../support/referrals')
const { doing, makeEditor, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } = support

const now = new Date('2026-11-23T09:00:00Z')
const told = {
  name: 'Amélie Poulain',
  phone: '06 12 34 56 78',
  email: 'amelie@example.org',
  need: 'Déclarer ses impôts',
  constraints: 'Se déplace à pied',
}
const secrets = [...Object.values(told), 'Demander Inès', 'Elle sera en retard']

let helper: CurrentUser
let organisation: string
let byMail: string
let byAccount: string

beforeAll(async () => {
  organisation = await makeOrganisation()
  helper = await makeHelper('helper@example.org', organisation)
  byMail = await makeReceivingPlace('Mairie', { emails: ['mairie@example.org', 'accueil@example.org'] })
  byAccount = await makeReceivingPlace('Médiathèque')
  await makeEditor('editor@example.org', byAccount)
})
beforeEach(() => server.received.splice(0))
afterAll(() => server.close())

/** What a message says, its quoted-printable read. */
const bodyOf = (raw: string) => {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '')
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\u00a0', ' ')
}

/** Lets the mail leave, and says what arrived since. */
async function arrived() {
  await sendMail(new AbortController().signal)
  return server.received.splice(0).map(({ to, raw }) => {
    for (const secret of secrets) expect(`${raw}\n${bodyOf(raw)}`).not.toContain(secret)
    return { to, text: bodyOf(raw), link: /^http\S+$/m.exec(bodyOf(raw))?.[0] ?? '' }
  })
}
const tokenOf = (link: string) => link.split('/reponse/')[1] ?? ''
const send = (placeId: string, fields = {}) => sendReferral(helper, referralTo(placeId, fields), now)
const asHelper = () => ({ side: 'HELPER', user: helper }) as const
let minutes = 0
/** The next round, a minute later than the last. */
const round = () => runReferralRound(new Date(now.getTime() + ++minutes * 60_000))
const linkOf = (link: string) => ({ side: 'PLACE', link }) as const

test('a referral goes its whole way by mail and a link, and no message says a word of the person', async () => {
  const { id, code } = await send(byMail, told)
  const [asked, ...others] = await arrived()
  expect(others).toEqual([])
  expect(asked).toMatchObject({ to: 'mairie@example.org' })
  expect(asked?.text).toContain(`« CCAS de Blois » vous adresse une personne à aider, à « Mairie »`)
  expect(asked?.text).toContain('avant la fin du mercredi 25 novembre')
  const subjects = await db.outboxMail.findMany({ select: { subject: true } })
  expect(subjects).toEqual([{ subject: `Une orientation vous attend (code ${shownCode(code)})` }])

  const link = linkOf(tokenOf(asked?.link ?? ''))
  expect(await referralOfLink(link.link, now)).toMatchObject({ id, status: 'SENT', hasPerson: true })
  await moveReferral(link, doing('SEE', id, 1), now)
  expect(await arrived(), 'that it was read is on the board').toEqual([])
  expect(await readPerson(link, id, now)).toMatchObject({ name: told.name })

  await moveReferral(link, doing('ACCEPT', id, 2), now)
  const appointment = { date: '2026-11-27', time: '14:30', length: '45', words: 'Demander Inès' }
  await moveReferral(link, doing('SCHEDULE', id, 3, appointment), now)
  expect(await arrived()).toMatchObject([
    { to: 'helper@example.org', text: expect.stringContaining('« Mairie » accepte votre orientation.') },
    { to: 'helper@example.org', link: `http://localhost:3000/orientation/suivi/${id}` },
  ])
  await writeMessage(asHelper(), messageInput.parse({ id, words: 'Elle sera en retard' }), now)
  expect(await arrived()).toMatchObject([{ to: 'mairie@example.org', link: asked?.link }])

  const after = new Date('2026-11-27T15:00:00Z')
  await moveReferral(link, doing('ATTEND', id, 4), after)
  await moveReferral(asHelper(), doing('HELP', id, 5), after)
  expect((await arrived()).map(({ to }) => to)).toEqual(['helper@example.org', 'mairie@example.org'])
  expect(await db.outboxMail.count({ where: { text: { not: '' } } }), 'what was sent is forgotten').toBe(0)
})

test('a place with an account is told at that account, where it signs in', async () => {
  const { id } = await send(byAccount)
  expect(await arrived()).toMatchObject([
    { to: 'editor@example.org', link: `http://localhost:3000/coordination/orientations/${id}` },
  ])
})

test('a place that passes somebody on tells the other place and the helper', async () => {
  const { id } = await send(byMail)
  const [asked] = await arrived()
  const { id: next } = await redirectReferral(
    linkOf(tokenOf(asked?.link ?? '')),
    redirectInput.parse({ id, version: 1, placeId: byAccount }),
    now,
  )
  expect(await arrived()).toMatchObject([
    { to: 'helper@example.org', text: expect.stringContaining('a transmis votre orientation à un autre lieu') },
    { to: 'editor@example.org', link: `http://localhost:3000/coordination/orientations/${next}` },
  ])
})

test('a person who could not be reached is called again once the helper has put her telephone right', async () => {
  const { id } = await send(byMail, told)
  const [asked] = await arrived()
  const link = linkOf(tokenOf(asked?.link ?? ''))
  await moveReferral(link, doing('ACCEPT', id, 1), now)
  await moveReferral(link, doing('NOT_REACH', id, 2), now)
  await arrived()
  await savePerson(asHelper(), personInput.parse({ ...told, id, version: 3, agreed: 'on' }), now)
  expect(await arrived()).toMatchObject([
    { to: 'mairie@example.org', text: expect.stringContaining('a écrit ou corrigé les coordonnées') },
  ])
  await moveReferral(asHelper(), doing('RETRY', id, 4), now)
  expect(await arrived()).toMatchObject([
    { to: 'mairie@example.org', text: expect.stringMatching(/peut être jointe. Rappelez-la.[\s\S]*dépend de vous/) },
  ])
  expect(await referralOfLink(link.link, now)).toMatchObject({ status: 'ACCEPTED', acts: 'PLACE' })
  const events = await db.referralEvent.findMany({ where: { referralId: id }, select: { action: true } })
  expect(events.map(({ action }) => action)).toContain('CORRECT')
})

test('a refused move tells nobody', async () => {
  const { id } = await send(byMail)
  const [asked] = await arrived()
  const link = linkOf(tokenOf(asked?.link ?? ''))
  await expect(moveReferral(link, doing('ATTEND', id, 1), now)).rejects.toThrow('Ce n’est plus possible')
  await expect(moveReferral(link, doing('ACCEPT', id, 7), now)).rejects.toThrow('a changé')
  expect(await arrived()).toEqual([])
})

test('a link dies when the place has another e-mail, which has one of its own from then on', async () => {
  const place = await makeReceivingPlace('Tiers-lieu', { emails: ['before@example.org'] })
  const { id } = await send(place)
  const [first] = await arrived()
  await db.place.update({ where: { id: place }, data: { emails: ['before@example.org', 'desk@example.org'] } })
  expect(await referralOfLink(tokenOf(first?.link ?? ''), now)).not.toBeNull()
  await db.place.update({ where: { id: place }, data: { emails: ['after@example.org'] } })
  expect(await referralOfLink(tokenOf(first?.link ?? ''), now)).toBeNull()
  await round()
  const [second, ...others] = await arrived()
  expect(second).toMatchObject({ to: 'after@example.org', text: expect.stringContaining('vous adresse une personne') })
  await round()
  expect([...others, ...(await arrived())], 'once').toEqual([])
  expect(await referralOfLink(tokenOf(second?.link ?? ''), now)).toMatchObject({ id })
  expect(await referralOfLink(tokenOf(first?.link ?? ''), now)).toBeNull()
})

test('a place without any e-mail for a while is asked at the one it gets', async () => {
  const place = await makeReceivingPlace('Maison de quartier', { emails: ['first@example.org'] })
  const { id } = await send(place)
  const over = await send(place)
  await moveReferral(asHelper(), doing('CANCEL', over.id, 1), now)
  await arrived()
  await db.place.update({ where: { id: place }, data: { emails: [] } })
  await round()
  expect(await arrived()).toEqual([])
  await db.place.update({ where: { id: place }, data: { emails: ['second@example.org'] } })
  await round()
  const [asked, ...others] = await arrived()
  expect([asked?.to, others]).toEqual(['second@example.org', []])
  expect(await referralOfLink(tokenOf(asked?.link ?? ''), now)).toMatchObject({ id })
})

test('a link that went to one place opens nothing once another has taken it over', async () => {
  const gone = await makeReceivingPlace('Ancien lieu', { emails: ['gone@example.org'] })
  const { id } = await send(gone)
  const [asked] = await arrived()
  await db.referral.update({ where: { id }, data: { placeId: byMail } })
  expect(await referralOfLink(tokenOf(asked?.link ?? ''), now)).toBeNull()
  expect(await db.referral.findUnique({ where: { id } })).toMatchObject({ email: 'mairie@example.org' })
  await round()
  const [again] = await arrived()
  expect(again?.to).toBe('mairie@example.org')
  expect(await referralOfLink(tokenOf(again?.link ?? ''), now)).toMatchObject({ id })
  await db.referral.update({ where: { id }, data: { placeId: byAccount } })
  await round()
  expect((await arrived()).map(({ to }) => to)).toEqual(['editor@example.org'])
})

test('once nobody has an account any more, the place answers by a link', async () => {
  const place = await makeReceivingPlace('Espace', { emails: ['espace@example.org'] })
  const editor = await makeEditor('leaver@example.org', place)
  const { id } = await send(place)
  await arrived()
  await db.membership.deleteMany({ where: { userId: editor.id } })
  await round()
  expect((await arrived()).map(({ to }) => to)).toEqual(['espace@example.org'])
  await moveReferral(asHelper(), doing('CANCEL', id, 1), now)
  const [mail] = await arrived()
  expect(mail).toMatchObject({ to: 'espace@example.org', text: expect.stringContaining('annule cette orientation') })
  expect(await referralOfLink(tokenOf(mail?.link ?? ''), now)).toMatchObject({ id, status: 'CANCELLED' })
})

test('when the helper has left her structure, her colleagues are told', async () => {
  const leaver = await makeHelper('leaving-helper@example.org', organisation)
  await makeHelper('colleague@example.org', organisation)
  const { id } = await sendReferral(leaver, referralTo(byMail), now)
  const [asked] = await arrived()
  await db.membership.deleteMany({ where: { userId: leaver.id } })
  await moveReferral(linkOf(tokenOf(asked?.link ?? '')), doing('ACCEPT', id, 1), now)
  expect((await arrived()).map(({ to }) => to).sort()).toEqual(['colleague@example.org', 'helper@example.org'])
})
