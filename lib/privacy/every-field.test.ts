import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { colleagueInvitation } from '@/lib/accounts/invitations/schema'
import { joiningAnswer, joiningInput } from '@/lib/accounts/joining/schema'
import { assessmentInput, spottingInput } from '@/lib/assessment/schema'
import { professionInput } from '@/lib/organisations/schema'
import { queueAnswer } from '@/lib/proposals/schema'
import { messageInput, moveInput, personInput, redirectInput, sendInput } from '@/lib/referrals/schema'
import { reportInput } from '@/lib/reports/schema'
import { bookletInput, sessionsInput } from '@/lib/vouchers/schema'
import { workshopEdit, workshopInput } from '@/lib/workshops/schema'
import { noNumber } from './safe-text'

const id = '01931f5e-0000-7000-8000-000000000001'
const number = '255081416802538'
const workshop = { id: 'adp-1', title: 'Atelier', service: 'EMPLOYMENT', price: '', seats: '', booking: '' }

/** Each form of the loop as it is taken, every field there. */
const forms: Record<string, [z.ZodType, Record<string, unknown>]> = {
  joining: [
    joiningInput,
    {
      name: 'Anne',
      email: 'anne@example.org',
      profession: '',
      structureName: 'CCAS',
      siret: '26410017000010',
      lieu: 'Blois',
    },
  ],
  'an answer to who joins': [joiningAnswer, { id, decision: 'refuse', reason: 'Inconnue' }],
  'an invitation': [colleagueInvitation, { email: 'anne@example.org', organisationId: id }],
  'a profession': [professionInput, { organisationId: id, profession: '' }],
  'an assessment': [assessmentInput, { needs: ['papiers'], lieu: '' }],
  'the short version': [spottingInput, { signs: ['stuck'], lieu: '' }],
  sending: [
    sendInput,
    {
      placeId: 'adp-1',
      services: ['EMPLOYMENT'],
      neededBy: '',
      need: '',
      constraints: '',
      name: '',
      phone: '',
      email: '',
      agreed: 'on',
    },
  ],
  'a refusal': [moveInput, { id, version: 1, action: 'REFUSE', reason: 'OTHER', words: 'Complet' }],
  'an appointment': [
    moveInput,
    { id, version: 1, action: 'SCHEDULE', date: '2026-12-01', time: '10:00', length: '30', words: '' },
  ],
  'another place': [redirectInput, { id, version: 1, placeId: 'adp-1', words: '' }],
  'a message': [messageInput, { id, words: 'À midi' }],
  'the person': [personInput, { id, version: 1, name: '', phone: '', email: '', agreed: 'on' }],
  'a booklet': [bookletInput, { id, vouchers: '10', givenOn: '2026-11-20', expiresOn: '2027-03-31' }],
  sessions: [sessionsInput, { id, bookletId: id, seen: '0', used: '1' }],
  'a workshop': [
    workshopInput,
    { ...workshop, isCycle: 'non', date: '2026-12-01', starts: '10:00', ends: '11:00', count: '1', every: '1' },
  ],
  'what is said of a workshop': [workshopEdit, { ...workshop, workshopId: id, version: 1 }],
  'an error told': [reportInput, { placeId: 'adp-1', subject: 'HOURS', message: '', email: '', website: '', seal: '' }],
  'its answer': [queueAnswer, { kind: 'report', id, decision: 'refuse', version: 1, word: '' }],
}
/** What nobody types: a choice of two, a trap for programs, what the site wrote itself. */
const untyped = ['isCycle', 'website', 'seal']

describe('a social-security number is refused in every field of', () => {
  test.each(Object.entries(forms))('%s', (_, [schema, valid]) => {
    expect(schema.safeParse(valid).error).toBeUndefined()
    const refusals = (field: string, value: string) =>
      schema.safeParse({ ...valid, [field]: value }).error?.issues ?? []
    for (const field of Object.keys(valid).filter((name) => !untyped.includes(name))) {
      for (const typed of [`Voici ${number} merci`, number, `${number}@example.org`, `https://example.org/${number}`])
        expect(refusals(field, typed), `${field}: ${typed}`).not.toEqual([])
    }
  })

  test('with a sentence that says so', () => {
    const said = sendInput.safeParse({ ...forms.sending?.[1], need: number }).error?.issues[0]?.message
    expect(said).toBe(noNumber)
  })
})
