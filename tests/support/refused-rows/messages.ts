import { asked, letter } from '../sample-rows'
import type { Refusal } from './refusal'

export const refusedMessages: readonly Refusal[] = [
  ['mail to no address', 'mail_to', 'OutboxMail', { ...letter, to: 'nobody' }],
  ['a subject that begins another header', 'mail_subject', 'OutboxMail', { ...letter, subject: 'A\r\nBcc: b@c' }],
  ['mail that says nothing', 'mail_text', 'OutboxMail', { ...letter, text: ' ' }],
  ['sent mail that is still read here', 'mail_text', 'OutboxMail', { ...letter, status: 'SENT', sentAt: '2026-11-22' }],
  ['mail sent at no time', 'mail_sent', 'OutboxMail', { ...letter, text: '', status: 'SENT' }],
  ['mail set aside for no reason', 'mail_abandoned', 'OutboxMail', { ...letter, status: 'ABANDONED' }],
  ['a confirmation asked of no address', 'confirmation_email', 'ConfirmationRequest', { ...asked, email: 'nobody' }],
  ['a fourth message', 'confirmation_messages', 'ConfirmationRequest', { ...asked, messages: 4 }],
  ['messages to nobody', 'confirmation_told', 'ConfirmationRequest', { ...asked, email: null, letterId: null }],
  ['a message that the outbox cannot name', 'confirmation_letter', 'ConfirmationRequest', { ...asked, letterId: null }],
  ['an answer at no time', 'confirmation_closed', 'ConfirmationRequest', { ...asked, outcome: 'CONFIRMED' }],
]
