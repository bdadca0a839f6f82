import { randomUUID } from 'node:crypto'
import type { SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, expect, it } from 'vitest'
import { startMailServer } from '../support/mail-server'

/** What the server answers instead of taking mail, while a test wants it to. */
let difficulty: { at: 'MAIL' | 'RCPT'; code: number; message: string; to?: string } | undefined
const answer = (at: 'MAIL' | 'RCPT', address: string) =>
  difficulty?.at === at && (difficulty.to ?? address) === address
    ? Object.assign(new Error(difficulty.message), { responseCode: difficulty.code })
    : null
const options: SMTPServerOptions = {
  onMailFrom: ({ address }, _, callback) => callback(answer('MAIL', address)),
  onRcptTo: ({ address }, _, callback) => callback(answer('RCPT', address)),
}
const server = await startMailServer(options)
process.env.SMTP_URL = server.url
process.env.MAIL_FROM = 'Hub d’essai <hub@example.org>'
// They read the settings when they load.
const { db } = await import('@/lib/db')
const { queueMail, resendMail } = await import('@/lib/mail/mutations')
const { listMailFor } = await import('@/lib/mail/queries')
const { sendMail } = await import('@/lib/mail/delivery/mutations')
const { startWorker } = await import('@/lib/jobs/worker')
const { makeHub, makeUser } = await import('../support/people')

const { signal } = new AbortController()
afterEach(async () => {
  difficulty = undefined
  server.received.length = 0
  await db.outboxMail.deleteMany()
})
afterAll(() => server.close())

const letter = (to: string, key: string = randomUUID()) => ({
  key,
  to,
  subject: 'Confirmez la fiche « Médiathèque »',
  text: 'Bonjour,\n\nVoici le lien\u00a0:\nhttp://localhost:3000/confirmer/abc\n',
})
const mailOf = (to: string) =>
  db.outboxMail.findFirstOrThrow({ where: { to }, omit: { createdAt: true, giveUpAt: true, subject: true } })
/** What a message says, its quoted-printable read. */
const bodyOf = (raw: string) => {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '')
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

it('a message leaves by SMTP with its transaction, whole, and is then forgotten', async () => {
  await db.$transaction((tx) => queueMail(tx, letter('one@example.org', 'the same')))
  await db.$transaction((tx) => queueMail(tx, letter('one@example.org', 'the same')))
  await expect(
    db.$transaction(async (tx) => {
      await queueMail(tx, letter('never@example.org'))
      throw new Error('Changed my mind')
    }),
  ).rejects.toThrow()
  await sendMail(signal)

  const { id } = await mailOf('one@example.org')
  expect(server.received).toMatchObject([
    { to: 'one@example.org', from: 'hub@example.org', messageId: `<${id}@localhost>` },
  ])
  const [{ raw } = { raw: '' }] = server.received
  expect(raw).toContain('Auto-Submitted: auto-generated')
  expect(bodyOf(raw).replaceAll('\r\n', '\n')).toBe(letter('').text)
  expect(await mailOf('one@example.org')).toMatchObject({ status: 'SENT', text: '', attempts: 1 })
})

it('the worker sends what is queued', async () => {
  const worker = startWorker()
  await db.$transaction((tx) => queueMail(tx, letter('queued@example.org')))
  await expect.poll(() => server.received.length, { timeout: 120_000 }).toBe(1)
  await worker.stop()
})

it('a refusal for good is told with its reason, and does not hold up the others', async () => {
  difficulty = { at: 'RCPT', code: 550, message: 'No such user', to: 'gone@example.org' }
  await queueMail(db, letter('gone@example.org'))
  await queueMail(db, letter('there@example.org'))
  await sendMail(signal)
  expect(await mailOf('gone@example.org')).toMatchObject({ status: 'ABANDONED', lastError: '550 No such user' })
  expect(server.received.map(({ to }) => to)).toEqual(['there@example.org'])
})

it('a refusal for now is tried again later, under the same Message-ID', async () => {
  difficulty = { at: 'RCPT', code: 451, message: 'Come back later', to: 'busy@example.org' }
  await queueMail(db, letter('busy@example.org'))
  await sendMail(signal)
  const mail = await mailOf('busy@example.org')
  expect(mail).toMatchObject({ status: 'WAITING', attempts: 1, lastError: '451 Come back later' })
  expect(mail.nextAttempt.getTime()).toBeGreaterThan(Date.now() + 20_000)

  difficulty = undefined
  await sendMail(signal)
  expect(server.received).toEqual([])
  await db.outboxMail.updateMany({ data: { nextAttempt: new Date() } })
  await sendMail(signal)
  expect(server.received.map(({ messageId }) => messageId)).toEqual([`<${mail.id}@localhost>`])
})

it('a server that does not want us keeps everything waiting, whatever the number of tries', async () => {
  difficulty = { at: 'MAIL', code: 550, message: 'Who are you?' }
  await queueMail(db, letter('a@example.org'))
  await queueMail(db, letter('b@example.org'))
  await sendMail(signal)
  expect(await db.outboxMail.findMany({ select: { status: true, attempts: true }, orderBy: { to: 'asc' } })).toEqual([
    { status: 'WAITING', attempts: 1 },
    { status: 'WAITING', attempts: 0 },
  ])
})

it('what waited too long is not sent any more, and told', async () => {
  await queueMail(db, letter('old@example.org'))
  await db.outboxMail.updateMany({ data: { giveUpAt: new Date(Date.now() - 1000) } })
  await sendMail(signal)
  expect(server.received).toEqual([])
  expect(await mailOf('old@example.org')).toMatchObject({ status: 'ABANDONED', lastError: expect.stringMatching(/\S/) })
})

it('an administrator sees why a message did not leave, never what it says, and sends it again; nobody else does', async () => {
  const administrator = await makeUser('national@example.org', { role: 'NATIONAL_ADMIN' })
  await makeHub('hub', ['41'])
  const coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub' })
  difficulty = { at: 'RCPT', code: 552, message: 'Mailbox full' }
  await queueMail(db, letter('full@example.org'))
  await sendMail(signal)
  const { id } = await mailOf('full@example.org')

  await expect(listMailFor(coordinator, 1)).rejects.toThrow('administration nationale')
  await expect(resendMail(coordinator, id)).rejects.toThrow('administration nationale')
  expect(await listMailFor(administrator, 1)).toMatchObject({
    isSent: true,
    abandoned: 1,
    mails: [{ to: 'full@example.org', lastError: '552 Mailbox full', text: null }],
  })

  difficulty = undefined
  await resendMail(administrator, id)
  await sendMail(signal)
  expect(server.received.map(({ messageId }) => messageId)).toEqual([`<${id}@localhost>`])
  expect(await listMailFor(administrator, 1)).toMatchObject({ abandoned: 0, waiting: 0, mails: [] })
  await expect(resendMail(administrator, id)).rejects.toThrow('déjà parti')
})
