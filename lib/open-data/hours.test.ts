import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDayHours } from './day-hours'
import { readOpeningHours } from './opening-hours'
import { readWeekHours } from './week-hours'

describe('readDayHours', () => {
  it.each([
    ['09:00 - 12:00 / 13:30 - 17:00', '09:00-12:00,13:30-17:00'],
    ['09:00-12:00/13:30-17:00', '09:00-12:00,13:30-17:00'],
    ['9h-12h', '09:00-12:00'],
    ['9h-12h 14h-17h', '09:00-12:00,14:00-17:00'],
    ['09h00 à 12h30', '09:00-12:30'],
    ['de 9h à 12h et de 14h à 17h30', '09:00-12:00,14:00-17:30'],
    ['9H/12H - 14H/17H', '09:00-12:00,14:00-17:00'],
    ['9 h 30 – 12 h', '09:30-12:00'],
    ['9-12 / 14-17', '09:00-12:00,14:00-17:00'],
    ['9h à midi', '09:00-12:00'],
    ['8.30-12.00', '08:30-12:00'],
    ['13 :30-17:00', '13:30-17:00'],
    ['09:00-12:30-13:30-17:00', '09:00-12:30,13:30-17:00'],
    ['09:00 - 12:00 / 09:00 - 12:00 / 13:30 - 17:00', '09:00-12:00,13:30-17:00'],
    ['09:00 - 16:30 / 13:30 - 16:30', '09:00-16:30'],
    ['00:00 - 00:00 / 09:00 - 12:00', '09:00-12:00'],
    ['24h/24', '00:00-24:00'],
    ['Ouvert de 8h à 17h non-stop', '08:00-17:00'],
    ['(9h-12h)', '09:00-12:00'],
    ['9h-12h (sur rdv)', '09:00-12:00 "sur rendez-vous"'],
  ])('reads %s', (text, osm) => {
    expect(readDayHours(text).osm).toBe(osm)
  })

  it.each(['Fermé', 'FERMEE', '-', 'closed', '00:00 - 00:00'])('reads %s as closed', (text) => {
    expect(readDayHours(text).osm).toBe('off')
  })

  it.each([
    ['sur RDV', '"sur rendez-vous"'],
    ['Uniquement sur rendez-vous', '"sur rendez-vous"'],
    ['9h-12h sur rdv', '09:00-12:00 "sur rendez-vous"'],
  ])('says "perhaps" of %s', (text, osm) => {
    expect(readDayHours(text).osm).toBe(osm)
  })

  it.each([
    '17:00 - 13:30',
    '9h',
    '09:00-13:00-/3:00-16:00',
    '25:00-26:00',
    '22h-2h',
    'matin',
    '1er samedi 9h-12h',
    'voir le site',
    '9h-12h30-14h',
    // In the morning or in the afternoon: both are written so
    '2h-5h',
    // Two minutes past nine by nobody's clock
    '9 h 12 / 14 h 17',
    // Which of the two is not said
    '9h-12h ou 14h-17h',
    // A break, or more hours
    '9h-17h (12h-14h)',
    'x',
  ])('keeps %s as words that open nothing', (text) => {
    expect(readDayHours(text)).toEqual({ osm: `"${text}"`, state: 'doubtful' })
  })

  it('says nothing of an empty cell', () => {
    expect(readDayHours('  ').osm).toBeNull()
  })

  it('opens at most what is written: every time it gives stands in the text', () => {
    const time = fc.tuple(fc.nat(24), fc.constantFrom(0, 15, 30, 45))
    const written = fc.tuple(time, fc.constantFrom('h', ':', 'H')).map(([[hour, minute], sign]) => ({
      text: `${hour}${sign}${String(minute).padStart(2, '0')}`,
      clock: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    }))
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(' - ', '-', ' à ', ' / ', ' '),
        (times, joiner) => {
          const { osm, state } = readDayHours(times.map(({ text }) => text).join(joiner))
          if (osm === null || osm === 'off' || state === 'doubtful') return
          const clocks = osm.match(/\d\d:\d\d/g) ?? []
          expect(times.map(({ clock }) => clock)).toEqual(expect.arrayContaining(clocks))
          for (let index = 0; index < clocks.length; index += 2)
            expect(String(clocks[index]) < String(clocks[index + 1])).toBe(true)
        },
      ),
    )
  })

  it('answers something for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readDayHours(text).state === 'string'))
  })
})

describe('readWeekHours', () => {
  const usual = '09:00 - 12:00 / 13:30 - 17:00'

  it('groups the days that are alike', () => {
    expect(readWeekHours([usual, usual, usual, usual, usual, '09:00 - 12:00', '']).value).toBe(
      'Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00',
    )
    expect(readWeekHours([usual, '', usual, '', usual, '', '']).value).toBe('Mo,We,Fr 09:00-12:00,13:30-17:00')
  })

  it('says nothing of a week without a single opening', () => {
    expect(readWeekHours(['', '-', 'Fermé', '', '', '', '']).value).toBeNull()
  })

  it('names the day that it could not read', () => {
    const { value, notes } = readWeekHours(['matin', '9h-12h', '', '', '', '', ''])
    expect(value).toBe('Mo "matin"; Tu 09:00-12:00')
    expect(notes.map(({ kind }) => kind)).toEqual(['dropped', 'repaired'])
    expect(notes[0]?.reason).toContain('lundi')
  })
})

describe('readOpeningHours', () => {
  it.each([
    'Mo-Fr 09:00-12:00,14:00-17:00',
    'Mo-Fr 08:30-12:00; PH off',
    'Mo[1] 09:00-12:00',
    '24/7',
    'Fr 22:00-02:00',
    'week 1-53/2 Tu 09:00-12:00',
    'Mo-Fr 09:00-12:00 "sur rendez-vous"',
    '"09:00-12:00"',
  ])('leaves the OSM hours %s as they are', (text) => {
    expect(readOpeningHours(text)).toEqual({ value: text, notes: [] })
  })

  it.each([
    ['Mo-Fr 9h-12h30,13h30-17h', 'Mo-Fr 09:00-12:30,13:30-17:00'],
    ['Du lundi au vendredi 9h-12h / 14h-17h ; samedi 9h-12h', 'Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00'],
    ['Lundi : 9h-12h, Mardi : fermé, Mercredi et jeudi 14h-18h', 'Mo 09:00-12:00; We-Th 14:00-18:00'],
    ['lun-ven 9h-17h', 'Mo-Fr 09:00-17:00'],
    ['Tous les jours de 9h à 18h', 'Mo-Su 09:00-18:00'],
    ['Ouvert du lundi au vendredi de 8h30 à 12h', 'Mo-Fr 08:30-12:00'],
    ['Lundi - Mardi - Jeudi - Vendredi : 9h-12h', 'Mo-Tu,Th-Fr 09:00-12:00'],
    ['Mar 14h-17h', 'Tu 14:00-17:00'],
    ['Mar 14:00-17:00, Jeu 9:00-12:00', 'Tu 14:00-17:00; Th 09:00-12:00'],
    ['Mo-Fr 09:00-12:00/14:00-17:00', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['7j/7 9h-18h', 'Mo-Su 09:00-18:00'],
    ['Du dimanche au jeudi 9h-12h', 'Mo-Th,Su 09:00-12:00'],
    ['Du samedi au lundi 9h-12h', 'Mo,Sa-Su 09:00-12:00'],
    ['Du vendredi au mardi : 9h-12h ; mercredi 14h-17h', 'Mo-Tu,Fr-Su 09:00-12:00; We 14:00-17:00'],
    ['Dimanche - lundi 9h-12h', 'Mo,Su 09:00-12:00'],
    ['Lundi - mardi - jeudi au samedi 9h-12h', 'Mo-Tu,Th-Sa 09:00-12:00'],
    // A semicolon where OSM has a comma: its afternoon would be every day's, and the morning nobody's
    ['Mo-Fr 09:00-12:00; 14:00-17:00; Sa 09:00-12:00', 'Mo-Fr 09:00-12:00, 14:00-17:00; Sa 09:00-12:00'],
    ['24h/24, 7j/7', '24/7'],
  ])('mends %s', (text, hours) => {
    const { value, notes } = readOpeningHours(text)
    expect(value).toBe(hours)
    expect(notes.map(({ kind }) => kind)).toEqual(['repaired'])
  })

  it('puts back the capitals of OSM days', () => {
    expect(readOpeningHours('mo,we 09:00-12:00')).toEqual({ value: 'Mo,We 09:00-12:00', notes: [] })
  })

  it.each([
    ['Mo 09:30-12:00; Tu 12:30', 'Mo 09:30-12:00; Tu "12:30"'],
    ['Th 08:30-12:00-13:30; Fr 09:00-13:00', 'Th "08:30-12:00-13:30"; Fr 09:00-13:00'],
    ['Mo 17:00-13:30', 'Mo "17:00-13:30"'],
    // Hours without a day would be those of Sundays too; March those of each day of a month
    ['09:00-12:00, 14:00-17:00', '"09:00-12:00, 14:00-17:00"'],
    ['9:00 - 17:00', '"9:00 - 17:00"'],
    ['Mar 14:00-17:00, 18:00', '"Mar 14:00-17:00, 18:00"'],
  ])('opens nothing on the day that %s does not tell', (text, hours) => {
    expect(readOpeningHours(text).value).toBe(hours)
  })

  it.each([
    'voir le site',
    'Lundi 9h-12h sauf vacances',
    'Lundi, 9h',
    'Lundi 9h-12h lundi au vendredi 14h-17h',
    'Du lundi au mardi - jeudi 9h-12h',
    'Samedi - mercredi 14h-18h',
    'Du lundi au lundi 9h-12h',
    'Mars 9h-12h',
    'week-end 10h-12h',
    'we 10:00-12:00',
    'Mar-Ven été 10h-18h',
    'Mo-Fr 09:00-12:00 sauf mercredi',
    'Mo-Fr sunrise-sunset',
  ])('keeps %s as words, and says so', (text) => {
    expect(readOpeningHours(text)).toMatchObject({ value: text, notes: [{ kind: 'dropped' }] })
  })

  it('drops a text too long to be hours', () => {
    expect(readOpeningHours('Mo 09:00-12:00; '.repeat(100)).value).toBeNull()
  })
})
