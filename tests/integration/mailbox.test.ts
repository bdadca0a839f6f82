import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { sendMail } from '@/lib/mail/delivery/mutations'
import { queueMail } from '@/lib/mail/mutations'
import { listMailFor } from '@/lib/mail/queries'
import { makeHub, makeUser } from '../support/people'

it('without a mail server nothing is sent nor lost, and an administrator alone reads it', async () => {
  const administrator = await makeUser('national@example.org', { role: 'NATIONAL_ADMIN' })
  await makeHub('hub', ['41'])
  const coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub' })
  await queueMail(db, { key: 'k', to: 'a@example.org', subject: 'Bonjour', text: 'Voici le lien' })
  await sendMail(new AbortController().signal)
  await expect(listMailFor(coordinator, 1)).rejects.toThrow('administration nationale')
  expect(await listMailFor(administrator, 1)).toMatchObject({
    isSent: false,
    waiting: 1,
    mails: [{ to: 'a@example.org', text: 'Voici le lien', attempts: 0 }],
  })
})
