import { expect, test } from 'vitest'
import { appointmentCalendar } from './calendar'

const referral = {
  id: '01931c5e-7a5b-7c1e-8d2f-3a4b5c6d7e8f',
  code: 'K7QF2M9X',
  version: 4,
  appointmentAt: new Date('2026-11-24T09:00:00Z'),
  appointmentLength: 45,
  place: {
    name: 'Médiathèque',
    address: '1 rue de la Paix',
    addressComplement: null,
    postcode: '41000',
    commune: { name: 'Blois' },
  },
}
const now = new Date('2026-11-22T08:00:00Z')
const textOf = (more = {}, url?: string) =>
  appointmentCalendar({ ...referral, ...more }, 'https://adeuxpas.example.org', now, url)?.replaceAll('\r\n ', '')

test('says when, where and the code: the same event, later in its sequence, once it is changed', () => {
  const text = textOf()
  expect(text).toContain('UID:01931c5e-7a5b-7c1e-8d2f-3a4b5c6d7e8f@adeuxpas.example.org\r\n')
  expect(text).toContain('DTSTART:20261124T090000Z\r\nDTEND:20261124T094500Z\r\n')
  expect(text).toContain('SUMMARY:Rendez-vous K7QF-2M9X\r\n')
  expect(text).toContain('LOCATION:Médiathèque\\, 1 rue de la Paix\\, 41000 Blois\r\n')
  expect(text).not.toContain('URL')
  expect(textOf({ version: 5, appointmentLength: 60 })).toMatch(/SEQUENCE:5[\s\S]*DTEND:20261124T100000Z/)
})

test('leads back to the page of who has an account', () =>
  expect(textOf({}, 'https://adeuxpas.example.org/x')).toContain('URL;VALUE=URI:https://adeuxpas.example.org/x\r\n'))

test('without an appointment there is nothing to add', () => expect(textOf({ appointmentAt: null })).toBeUndefined())
