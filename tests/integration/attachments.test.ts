import { afterAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { emptyFormState } from '@/lib/form-state'
import { replyToken } from '@/lib/referrals/link'
import { openReferralScene } from '../support/referral-scene'

// What Next alone knows, of the request that it answers
const origin = 'http://localhost:3000'
vi.doMock('next/headers', () => ({ headers: async () => new Headers({ origin, host: 'localhost:3000' }) }))
afterAll(() => void vi.doUnmock('next/headers'))

const { assessAction } = await import('@/app/(orientation)/orientation/actions')
const { messageAction } = await import('@/app/(structure)/reponse/[token]/actions')
const { byMail, get, send } = await openReferralScene()

/** A form in parts, as it arrives. */
function arrived(fields: Record<string, string | File>): Promise<FormData> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return new Request(origin, { method: 'POST', body }).formData()
}

test('a message with a file is refused with a sentence, whatever the file: nothing is written, no word is lost', async () => {
  const { id } = await send({}, byMail)
  const token = replyToken(process.env.SECRET ?? '', (await get(id)).linkId)
  const words = 'À midi, devant la mairie.'
  const messages = () => db.referralEvent.count({ where: { referralId: id, action: 'MESSAGE' } })
  for (const name of ['piece', 'words', '$ACTION_ID_1', '']) {
    const form = await arrived({ id, token, words, [name]: new File(['%PDF-1.4'], 'identite.pdf') })
    const { message, values } = await messageAction(emptyFormState, form)
    expect(message).toContain('Rien ne peut être joint')
    expect(values.words ?? [words]).toEqual([words])
    expect(await messages()).toBe(0)
  }
  // The field for a file that nobody filled in
  const form = await arrived({ id, token, words, piece: new File([], '') })
  await expect(messageAction(emptyFormState, form)).rejects.toThrow('NEXT_REDIRECT')
  expect(await messages()).toBe(1)
})

test('an assessment with a file is refused in the same way, and keeps its answers', async () => {
  const form = await arrived({ needs: 'papiers', lieu: 'Blois', piece: new File(['%PDF-1.4'], 'identite.pdf') })
  const { form: shown, assessed } = await assessAction({ form: emptyFormState, assessed: null }, form)
  expect(shown.message).toContain('Rien ne peut être joint')
  expect(shown.values).toMatchObject({ needs: ['papiers'], lieu: ['Blois'] })
  expect(assessed).toBeNull()
})
