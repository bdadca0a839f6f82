import fc from 'fast-check'
import OpeningHours from 'opening_hours'
import { describe, expect, it } from 'vitest'
import { isReadable, openIntervals, openingState } from './opening'

const stateAt = (hours: string, departmentCode: string, at: string) =>
  openingState(hours, departmentCode, new Date(at)).state
const workdays = 'Mo-Su 09:00-17:00; PH off'

describe('openingState', () => {
  it('reads the clock of the place, not of the server', () => {
    // 9:30 in Paris, in winter and in summer
    expect(stateAt(workdays, '41', '2026-01-12T08:30:00Z')).toBe('open')
    expect(stateAt(workdays, '41', '2026-07-06T07:30:00Z')).toBe('open')
    expect(stateAt(workdays, '41', '2026-07-06T15:30:00Z')).toBe('closed')
    expect(stateAt(workdays, '974', '2026-07-06T05:30:00Z')).toBe('open')
    expect(stateAt(workdays, '971', '2026-07-06T12:30:00Z')).toBe('closed')
    expect(stateAt(workdays, '971', '2026-07-06T13:30:00Z')).toBe('open')
    expect(stateAt(workdays, '975', '2026-07-06T11:30:00Z')).toBe('open')
    expect(stateAt(workdays, '988', '2026-07-05T22:30:00Z')).toBe('open')
  })

  it('says when an open place closes and when a closed one opens', () => {
    expect(openingState('Mo-Fr 09:00-12:00,14:00-17:00', '41', new Date('2026-11-20T10:00:00Z'))).toEqual({
      state: 'open',
      changesAt: new Date('2026-11-20T11:00:00Z'),
    })
    expect(openingState('Mo-Fr 09:00-12:00,14:00-17:00', '41', new Date('2026-11-20T16:00:00Z'))).toEqual({
      state: 'closed',
      changesAt: new Date('2026-11-23T08:00:00Z'),
    })
    expect(openingState('Jul Mo 09:00-12:00', '41', new Date('2026-11-20T16:00:00Z')).changesAt).toEqual(
      new Date('2027-07-05T07:00:00Z'),
    )
    expect(openingState('24/7', '41', new Date('2026-11-20T16:00:00Z'))).toEqual({ state: 'open', changesAt: null })
    expect(openingState('off', '41', new Date('2026-11-20T16:00:00Z'))).toEqual({ state: 'closed', changesAt: null })
  })

  it('opens at the first instant of a slot and closes at its last', () => {
    expect(stateAt('Mo 09:00-12:00', '41', '2026-11-16T07:59:59.999Z')).toBe('closed')
    expect(stateAt('Mo 09:00-12:00', '41', '2026-11-16T08:00:00Z')).toBe('open')
    expect(stateAt('Mo 09:00-12:00', '41', '2026-11-16T10:59:59.999Z')).toBe('open')
    expect(stateAt('Mo 09:00-12:00', '41', '2026-11-16T11:00:00Z')).toBe('closed')
  })

  it('follows a night into the next day', () => {
    expect(stateAt('Fr 22:00-02:00', '41', '2026-11-21T00:30:00Z')).toBe('open')
    expect(stateAt('Fr 22:00-02:00', '41', '2026-11-21T01:00:00Z')).toBe('closed')
  })

  it('knows odd and even weeks', () => {
    expect(stateAt('week 1-53/2 Mo 09:00-12:00', '41', '2026-11-16T09:00:00Z')).toBe('open')
    expect(stateAt('week 1-53/2 Mo 09:00-12:00', '41', '2026-11-23T09:00:00Z')).toBe('closed')
  })

  it('does not know: by appointment, without an end, unreadable or missing', () => {
    expect(stateAt('Mo-Fr 09:00-12:00 "sur rendez-vous"', '41', '2026-11-16T10:00:00Z')).toBe('unknown')
    expect(stateAt('"sur rendez-vous"', '41', '2026-11-16T10:00:00Z')).toBe('unknown')
    expect(stateAt('Mo 09:00+', '41', '2026-11-16T10:00:00Z')).toBe('unknown')
    expect(stateAt('tous les matins sauf le mardi', '41', '2026-11-16T10:00:00Z')).toBe('unknown')
    expect(stateAt('', '41', '2026-11-16T10:00:00Z')).toBe('unknown')
    expect(openingState(null, '41', new Date())).toEqual({ state: 'unknown', changesAt: null, comment: null })
  })

  it.each([
    '9h-12h',
    'Mercredi',
    '7j/7',
    'lun-ven 9-12 14-17',
    'Fermé le lundi. Mardi 9h-12h',
    'mai 9h-12h',
    'Ma 9h-12h',
  ])('takes the words %s for words, not for a guess at hours', (hours) => {
    expect(isReadable(hours, '41')).toBe(false)
  })

  it.each([
    'mo-fr 09:00-12:00',
    'PH,Su off; Jan-Mar Mo[1] 09:00-12:00',
    'week 1-53/2 Sa 10:00-12:00',
    'easter +1 day off; 24/7',
    'Mo-Fr 09:00-12:00 open "midi" || "sur RDV"',
  ])('reads the OSM hours %s', (hours) => {
    expect(isReadable(hours, '41')).toBe(true)
  })

  it('does not know the sun, and takes a name in a comment for a word', () => {
    expect(isReadable('sunrise-sunset', '41')).toBe(false)
    expect(isReadable('Mo-Fr 09:00-12:00 open "fermé pendant les SH"', '41')).toBe(true)
  })
})

describe('openingState at any minute', () => {
  const anyHours = fc.constantFrom(
    workdays,
    '24/7',
    'Mo-Su 22:00-02:00',
    'Mo-Fr 08:00-12:00 unknown "A", Mo-Fr 12:00-18:00 unknown "B"',
    'Sa 09:00+',
    'week 1-53/2 Mo 09:00-12:00',
    'Dec 24-26 off; Tu-Sa 10:00-19:00',
  )
  const anyMinute = fc
    .integer({ min: 0, max: 366 * 24 * 60 })
    .map((minutes) => new Date(Date.UTC(2026, 9, 1) + minutes * 60_000))

  it('says what the hours judged from that very minute say', () => {
    fc.assert(
      fc.property(anyHours, fc.constantFrom('41', '57', '971', '974', '975'), anyMinute, (hours, code, at) => {
        const [first] = openIntervals(hours, code, at, new Date(at.getTime() + 8 * 24 * 3_600_000))
        const isNow = first !== undefined && first.from.getTime() <= at.getTime()
        const expected = !isNow ? 'closed' : first.isCertain ? 'open' : 'unknown'
        const told = openingState(hours, code, at)
        expect(told.state).toBe(expected)
        if (told.state === 'unknown') expect(told.comment).toBe(first?.comment)
        if (told.state === 'closed' && first?.isCertain) expect(told.changesAt).toEqual(first.from)
      }),
      { numRuns: 300 },
    )
  })
})

describe('openIntervals around the changes of clocks', () => {
  const open = (hours: string, departmentCode: string, from: string, to: string) =>
    openIntervals(hours, departmentCode, new Date(from), new Date(to)).map(
      (interval) => `${interval.from.toISOString().slice(5, 16)} ${interval.to.toISOString().slice(5, 16)}`,
    )

  it('never opens during the hour that spring skips', () => {
    expect(open('Su 02:00-03:00', '41', '2026-03-28T00:00Z', '2026-03-30T00:00Z')).toEqual([])
    expect(open('Su 01:30-03:30', '41', '2026-03-28T00:00Z', '2026-03-30T00:00Z')).toEqual(['03-29T00:30 03-29T01:30'])
  })

  it('opens both times that autumn shows the same hour', () => {
    expect(open('Su 02:00-02:30', '41', '2026-10-24T00:00Z', '2026-10-26T00:00Z')).toEqual([
      '10-25T00:00 10-25T00:30',
      '10-25T01:00 10-25T01:30',
    ])
    expect(open('Su 01:00-03:30', '41', '2026-10-24T00:00Z', '2026-10-26T00:00Z')).toEqual(['10-24T23:00 10-25T02:30'])
  })

  it('changes nothing overseas, where clocks never change', () => {
    expect(open('Su 02:00-03:00', '974', '2026-03-28T00:00Z', '2026-03-30T00:00Z')).toEqual(['03-28T22:00 03-28T23:00'])
  })

  it('changes the clocks of Saint-Pierre-et-Miquelon on its own dates', () => {
    expect(open('Su 09:00-10:00', '975', '2026-03-08T00:00Z', '2026-03-09T00:00Z')).toEqual(['03-08T11:00 03-08T12:00'])
    expect(open('Su 09:00-10:00', '975', '2026-03-01T00:00Z', '2026-03-02T00:00Z')).toEqual(['03-01T12:00 03-01T13:00'])
  })
})

describe('hostile hours', () => {
  const minutes = Array.from(
    { length: 40 },
    (_, i) => `0${Math.floor(i / 6)}:${i % 6}0-0${Math.floor(i / 6)}:${i % 6}5`,
  )
  it.each([
    '('.repeat(500),
    '"'.repeat(499),
    `${'PH +1 day,'.repeat(45)}PH 10:00-12:00`,
    minutes.join(','),
    `Feb 29 ${minutes.join(',')}`,
    '22:00-02:00 + 00:00-48:00 || Mo-Su easter +1 day week 5 easter -3 days ||'.repeat(6),
    'Mo 10:00-12:00;'.repeat(10_000),
    '\u0000',
    '9999999999999999 Mo',
  ])('%s are judged or given up, and throw nothing', (hours) => {
    // Without a limit to their dates these take minutes: the test would run out of its time.
    expect(['open', 'closed', 'unknown']).toContain(stateAt(hours, '41', '2026-11-16T10:00:00Z'))
  })

  it('gives the real Date back, even after hours that take too long', () => {
    stateAt(`${'PH +1 day,'.repeat(45)}PH 10:00-12:00`, '41', '2026-11-16T10:00:00Z')
    expect(new Date(2026, 0, 1).constructor.name).toBe('Date')
    expect(typeof OpeningHours).toBe('function')
  })
})
