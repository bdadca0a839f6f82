import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type FormValues, formObject } from '@/lib/form-state'
import { openIntervals } from '../opening'
import { drawnHours, hoursFields, hoursFormValues, openingHoursOf } from './form'
import { closedWeek, timeOf, type Week, type WeekHours, type WeekSlot } from './model'
import { readWeek } from './read'
import { hoursWords } from './words'
import { writeHours } from './write'

const anyComment = fc.constantFrom(null, null, 'sur rendez-vous', 'atelier')

/** A day whose slots do not touch, none before 3 a.m.: a night of the day before may end by then. */
const anyDay = (comment: fc.Arbitrary<string | null>) =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 12, max: 96 }), { maxLength: 5 }),
      fc.array(comment, { minLength: 3, maxLength: 3 }),
    )
    .map(([cuts, comments]) => {
      const times = cuts.toSorted((one, other) => one - other)
      return Array.from({ length: Math.floor(times.length / 2) }, (_, index): WeekSlot => {
        const [opens = 0, closes = 0] = times.slice(2 * index)
        return { opens: timeOf(opens * 15), closes: timeOf(closes * 15), comment: comments[index] ?? null }
      })
    })

/** Two sorts of days a week, as places have. */
const weekOfDays = (day: fc.Arbitrary<WeekSlot[]>): fc.Arbitrary<Week> =>
  fc
    .tuple(day, day, fc.array(fc.nat({ max: 2 }), { minLength: 7, maxLength: 7 }))
    .map(([one, other, sorts]) => sorts.map((sort) => [one, other, []][sort] ?? []))

const oneCommentADay = fc.oneof(anyDay(fc.constant(null)), anyDay(fc.constant('atelier')))

const withNights = (week: Week): Week =>
  week.map((slots, index) => (index % 3 === 1 ? [...slots.filter(({ closes }) => closes < '20'), night] : slots))
const night: WeekSlot = { opens: '20:00', closes: '02:30', comment: null }

const isOpen = ({ week }: WeekHours) => week.flat().length > 0
const differ = ({ week, evenWeek }: WeekHours) => JSON.stringify(week) !== JSON.stringify(evenWeek)

const anyHours: fc.Arbitrary<WeekHours> = fc
  .record({
    week: weekOfDays(anyDay(anyComment)),
    evenWeek: fc.option(weekOfDays(anyDay(anyComment)), { freq: 2 }),
    publicHolidays: fc.option(fc.oneof(fc.constant([]), anyDay(anyComment)), { freq: 2 }),
    schoolHolidays: fc.option(fc.oneof(fc.constant(closedWeek), weekOfDays(oneCommentADay)), { freq: 1 }),
    hasNights: fc.boolean(),
  })
  .map(({ hasNights, ...hours }) => (hasNights && !hours.evenWeek ? { ...hours, week: withNights(hours.week) } : hours))
  .filter((hours) => isOpen(hours) && differ(hours) && writeHours(hours).length <= 500)

/** A year and a half away from the one by which hours are read: ordinary weeks, holidays of both kinds, odd and even. */
const sampled = ['2027-01-25', '2027-02-15', '2027-03-29', '2027-05-03', '2027-07-12', '2027-11-08', '2027-12-27']

function judged(hours: string) {
  return sampled.flatMap((monday) => {
    const from = new Date(`${monday}T00:00:00Z`)
    return openIntervals(hours, '41', from, new Date(from.getTime() + 14 * 24 * 3600 * 1000)).map(
      ({ from: opens, to, isCertain, comment }) => [
        opens.toISOString(),
        to.toISOString(),
        isCertain,
        isCertain ? null : comment,
      ],
    )
  })
}

test('what a table writes is read back as the same table', () => {
  fc.assert(
    fc.property(anyHours, (hours) => {
      expect(readWeek(writeHours(hours), '41')).toEqual({ hours })
    }),
    { numRuns: 12 },
  )
})

test('a table that is saved untouched changes no word, and one that is filled in again writes the same', () => {
  const schema = z.object(hoursFields).transform(openingHoursOf)
  fc.assert(
    fc.property(anyHours, (hours) => {
      const written = writeHours(hours)
      const values = hoursFormValues(`${written} `, { hours })
      expect(schema.parse(formObject(values))).toBe(`${written} `)
      expect(schema.parse(formObject({ ...values, drawn: [''] }))).toBe(written)
      expect(drawnHours(formObject(values))).toEqual(hours)
    }),
  )
})

const rule = fc
  .tuple(
    fc.constantFrom('', '', '', 'week 1-53/2 ', 'week 2-52/2 ', 'week 10-20 '),
    fc.constantFrom(
      'Mo-Fr',
      'Mo',
      'Tu,Th',
      'Sa',
      'Su',
      'Mo-Su',
      'PH',
      'PH,Sa',
      'SH',
      'SH Mo-Fr',
      'Fr-Mo',
      'Mo[1]',
      'Jan-Mar Mo',
    ),
    fc.constantFrom(
      '09:00-12:00',
      '09:00-12:00,14:00-17:00',
      '22:00-02:00',
      '00:00-24:00',
      '10:00-18:00',
      'off',
      '14:00+',
    ),
    fc.constantFrom('', '', '', ' "sur rendez-vous"', ' open "accueil"'),
  )
  .map(([week, days, times, comment]) => `${week}${days} ${times}${times === 'off' ? '' : comment}`)
const anyText = fc
  .tuple(fc.array(rule, { minLength: 1, maxLength: 4 }), fc.constantFrom('; ', '; ', ', ', ' || '))
  .map(([rules, joint]) => rules.join(joint))

test('a text that a table draws is judged the same once the table wrote it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readWeek(text, '41')
      fc.pre('hours' in read)
      expect(judged(writeHours(read.hours))).toEqual(judged(text))
    }),
    { numRuns: 15 },
  )
})

describe('a text', () => {
  test.each([
    ['Mo-Fr 09:00-12:00,14:00-17:00; PH off', 'Mo-Fr 09:00-12:00,14:00-17:00; PH off'],
    ['Mo-Fr 09:00-12:00; We off; Tu 14:00-18:00', 'Mo,Th,Fr 09:00-12:00; Tu 14:00-18:00'],
    ['24/7', 'Mo-Su 00:00-24:00'],
    ['Fr 18:00-02:00, Sa 09:00-12:00', 'Fr 18:00-02:00, Sa 09:00-12:00'],
    ['week 1-53/2 Su 10:00-12:00; PH off', 'week 1-53/2 Su 10:00-12:00; PH off'],
    ['PH,Mo-Su 10:00-12:00', 'Mo-Su 10:00-12:00; PH 10:00-12:00'],
    ['Mo 09:00-12:00, Mo 14:00-17:00 "sur rendez-vous"', 'Mo 09:00-12:00, Mo 14:00-17:00 "sur rendez-vous"'],
    ['Mo-Sa 10:00-12:00; PH,SH off', 'Mo-Sa 10:00-12:00; SH off; PH off'],
  ])('%s is drawn', (text, written) => {
    const read = readWeek(text, '41')
    expect('hours' in read && writeHours(read.hours)).toBe(written)
  })

  test.each([
    ['sur rendez-vous', 'unreadable'],
    ['"sur rendez-vous"', 'comment'],
    ['Mo 09:00-12:00 open "accueil"', 'comment'],
    ['Mo[1] 09:00-12:00', 'dates'],
    ['Mo-Fr 09:00-17:00; 2031 Jun 01-2031 Jun 15 off', 'dates'],
    ['Jun-Aug Mo 10:00-12:00', 'dates'],
    ['Mo 14:00+', 'openEnd'],
    ['week 10-20 Mo 10:00-12:00', 'rhythm'],
    ['Mo-Sa 10:00-12:00 || "sur rendez-vous"', 'other'],
  ])('%s stays a text: %s', (text, reason) => {
    expect(readWeek(text, '41')).toEqual({ reason })
  })

  test('with school holidays stays one where their calendar is not known', () => {
    expect(readWeek('Mo-Fr 09:00-12:00; SH off', '974')).toEqual({ reason: 'unreadable' })
  })
})

describe('the fields', () => {
  const schema = z.object(hoursFields).transform(openingHoursOf)
  const read = (values: FormValues) => schema.safeParse(formObject(values))
  const message = (values: FormValues) => read(values).error?.issues[0]?.message

  test('take hours as people write them, and midnight as the end of a day', () => {
    const values = {
      mode: ['week'],
      'week.mo.0.opens': ['9h30'],
      'week.mo.0.closes': ['00:00'],
      'week.tu.1.opens': ['8'],
    }
    expect(read({ ...values, 'week.tu.1.closes': ['12 h'] }).data).toBe('Mo 09:30-24:00; Tu 08:00-12:00')
  })

  test('refuse what says nothing, half a slot and slots that overlap', () => {
    const slots = (...times: string[]) =>
      Object.fromEntries(
        times.map((time, index) => [`week.mo.${Math.floor(index / 2)}.${index % 2 ? 'closes' : 'opens'}`, [time]]),
      )
    expect(message({ mode: ['week'] })).toMatch('au moins une plage')
    expect(message({ mode: ['week'], ...slots('09:00', '') })).toMatch('deux heures')
    expect(message({ mode: ['week'], ...slots('09:00', '12:00', '11:00', '13:00') })).toMatch('se chevauchent')
    expect(message({ mode: ['week'], ...slots('09:00', '09:00') })).toMatch('différentes')
  })

  test('keep a text word for word, or nothing where the hours are not known', () => {
    expect(read({ mode: ['text'], text: ['Mo[1] 10:00-12:00'] }).data).toBe('Mo[1] 10:00-12:00')
    expect(read({ mode: ['unknown'], text: ['Mo 10:00-12:00'] }).data).toBeNull()
  })
})

test('a table is told in words', () => {
  const read = readWeek(
    'week 1-53/2 Mo-Fr 09:00-12:00,13:30-17:00; week 2-52/2 Mo,Sa 10:00-24:00 "sur rendez-vous"; PH off',
    '41',
  )
  expect('hours' in read && hoursWords(read.hours).map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
    'semaines impaires, du lundi au vendredi : 9 h – 12 h, 13 h 30 – 17 h',
    'semaines impaires, le samedi et le dimanche : fermé',
    'semaines paires, le lundi et le samedi : 10 h – minuit (sur rendez-vous)',
    'semaines paires, du mardi au vendredi et le dimanche : fermé',
    'jours fériés : fermé',
  ])
})
