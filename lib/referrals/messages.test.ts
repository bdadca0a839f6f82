import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedMail, newReferralMail } from './messages'
import { transitions } from './state-machine'

const told = {
  key: 'referral 01931c5e-7a5b-7c1e-8d2f-3a4b5c6d7e8f SEND 0',
  to: 'accueil@example.org',
  code: 'K7QF2M9X',
  placeName: 'Médiathèque',
  organisationName: 'CCAS de Blois',
  link: 'https://example.org/reponse/abc',
  isSigned: true,
  dueAt: new Date('2026-11-25T22:59:59.999Z'),
  timeZone: 'Europe/Paris',
}

test('a place reads who sends somebody, until when to answer on its own clock, and where', () => {
  const { subject, text } = newReferralMail(told)
  expect(subject).toBe('Une orientation vous attend (code K7QF-2M9X)')
  expect(text).toContain('«\u00a0CCAS de Blois\u00a0» vous adresse une personne à aider')
  expect(text).toContain('avant la fin du mercredi 25 novembre')
  expect(newReferralMail({ ...told, timeZone: 'Indian/Reunion' }).text).toContain('jeudi 26 novembre')
  expect(text.split('\n')).toContain(told.link)
  expect(text).toContain('ne le transmettez à personne d’autre')
  expect(newReferralMail({ ...told, isSigned: false }).text).not.toContain('sans compte')
})

test('whatever one side does, the other is told, but for a reading', () => {
  for (const { action, by } of transitions) {
    for (const side of by) {
      if (side === 'SYSTEM') continue
      const mail = movedMail({ ...told, dueAt: null }, action, side)
      if (action === 'SEE') expect(mail).toBeNull()
      else expect(mail?.text, `${action} by ${side}`).toContain(side === 'PLACE' ? 'Médiathèque' : 'CCAS de Blois')
    }
  }
})

const anyName = fc
  .array(fc.integer({ min: 0, max: 0xd7ff }), { minLength: 1, maxLength: 400 })
  .map((points) => String.fromCodePoint(...points))

test('no name reaches a subject, nor breaks a line', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const named = { ...told, placeName: `Zzz${name}`, organisationName: `Zzz${name}` }
      for (const mail of [newReferralMail(named), movedMail(named, 'ACCEPT', 'PLACE')]) {
        expect(mail?.subject).not.toContain('Zzz')
        expect(mail?.subject).toMatch(/^.{1,200}$/u)
        expect(mail?.text.split('\n').length).toBe(newReferralMail(told).text.split('\n').length)
      }
    }),
  )
})
