import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarText } from './calendar'

const event = {
  uid: 'rendez-vous-1@example.org',
  start: new Date('2026-11-24T09:00:00Z'),
  end: new Date('2026-11-24T09:45:00Z'),
  changedAt: new Date('2026-11-22T08:00:00Z'),
  summary: 'Rendez-vous à la médiathèque',
}

/** Content lines, once unfolded. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('an event is told in UTC, with what a calendar needs to know it again', () => {
  const lines = linesOf(calendarText([{ ...event, sequence: 3, location: '1 rue de la Paix, 41000 Blois' }]))
  expect(lines).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//À deux pas//FR',
    'BEGIN:VEVENT',
    'UID:rendez-vous-1@example.org',
    'SEQUENCE:3',
    'DTSTAMP:20261122T080000Z',
    'DTSTART:20261124T090000Z',
    'DTEND:20261124T094500Z',
    'SUMMARY:Rendez-vous à la médiathèque',
    'LOCATION:1 rue de la Paix\\, 41000 Blois',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('an event that is off says so', () => {
  expect(linesOf(calendarText([{ ...event, isCancelled: true }]))).toContain('STATUS:CANCELLED')
})

test('whatever is written, lines end as they must, are 75 octets at most, and none is added', () => {
  const count = linesOf(calendarText([{ ...event, location: 'x', description: 'x' }], 'x')).length
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (typed) => {
      const said = `a${typed}`
      const text = calendarText([{ ...event, summary: said, location: said, description: said }], said)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(linesOf(text).length).toBe(count)
    }),
  )
})
