import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCoordinates } from './coordinates'
import { readPivot } from './pivot'
import { readInseeCode, readPostcode } from './postcode'
import { latestDay, readRecordDate } from './record-date'

describe('readPostcode', () => {
  it.each([
    ['41000', '41000'],
    ['1000', '01000'],
    ['1000.0', '01000'],
    ['35 000', '35000'],
    ['F-35000', '35000'],
    ["'01000", '01000'],
    ['30252 Cedex', '30252'],
    ['O1000', '01000'],
  ])('reads %s', (text, postcode) => {
    expect(readPostcode(text).value).toBe(postcode)
  })

  it.each(['380000', '00000', '99000', 'Cedex', '100', '2A004'])('drops %s with a note', (text) => {
    expect(readPostcode(text)).toMatchObject({ value: null, notes: [{ kind: 'dropped' }] })
  })
})

describe('readInseeCode', () => {
  it.each([
    ['1004', '01004'],
    ['2a004', '2A004'],
    ['41018.0', '41018'],
    [' 75112 ', '75112'],
  ])('reads %s', (text, code) => {
    expect(readInseeCode(text).value).toBe(code)
  })

  it.each(['0null', '2C004', '20004', '123'])('drops %s with a note', (text) => {
    expect(readInseeCode(text)).toMatchObject({ value: null, notes: [{ kind: 'dropped' }] })
  })
})

describe('readPivot', () => {
  it.each([
    ['434 933 123 00029', '43493312300029'],
    ['43493312300029.0', '43493312300029'],
    ['w123456789', 'W123456789'],
    ['35600000000048', '35600000000048'],
  ])('reads %s', (text, pivot) => {
    expect(readPivot(text).value).toBe(pivot)
  })

  it('takes zeros for what they say: unknown', () => {
    expect(readPivot('00000000000000')).toEqual({ value: null, notes: [] })
  })

  it.each(['43493312300028', '4,34933E+13', '8323455900026', '12345'])('never mends %s', (text) => {
    expect(readPivot(text)).toMatchObject({ value: null, notes: [{ kind: 'dropped' }] })
  })
})

describe('readRecordDate', () => {
  it.each([
    '2022-06-16',
    '2022-06-16T10:00:00Z',
    '16/06/2022',
    '16-06-22',
    '16.06.2022 10:00',
    '20220616',
    '16 juin 2022',
    '2022/6/16',
  ])('reads %s', (text) => {
    expect(readRecordDate(text, '2026-11-22').value).toBe('2022-06-16')
  })

  it('takes the day it is already in the Pacific, and none that is nowhere yet', () => {
    const today = latestDay(new Date('2026-11-22T12:00:00Z'))
    expect(readRecordDate('23/11/2026', today).value).toBe('2026-11-23')
    expect(readRecordDate('24/11/2026', today).value).toBeNull()
    expect(latestDay(new Date('2026-11-22T09:00:00Z'))).toBe('2026-11-22')
  })

  it.each(['2022-02-30', '31/02/2022', '2027-01-01', '1970-01-01', 'hier', '44727'])('drops %s with a note', (text) => {
    expect(readRecordDate(text, '2026-11-22')).toMatchObject({ value: null, notes: [{ kind: 'dropped' }] })
  })
})

describe('readCoordinates', () => {
  it.each([
    ['47.586', '1.336'],
    ['47,586', '1,336'],
    [' 47.586 ', '+1.336'],
    ['47.586, 1.336', ''],
    ['47.586°N', '1.336E'],
    ['47°35\'9.6"N', '1° 20′ 9,6″ E'],
    ['N 47° 35,16′', "Est 1°20,16'"],
    ['47,586° Nord', "'1,336"],
    ['47°35\'9.6"N 1°20\'9.6"E', ''],
  ])('reads %s and %s', (latitude, longitude) => {
    expect(readCoordinates(latitude, longitude).value).toEqual({ latitude: 47.586, longitude: 1.336 })
  })

  it.each(['1.67O', '-1.67', '−1,67', '-1.67 Ouest', 'W1.67', '1°40\'12"O', "-1° 40,2'", '−1° 40′ 12″'])(
    'counts the west as negative: %s',
    (longitude) => {
      expect(readCoordinates('48.1', longitude).value).toEqual({ latitude: 48.1, longitude: -1.67 })
    },
  )

  it.each([
    ['0', '0'],
    ['-0', '0.0'],
    ['47.586', ''],
    ['1e400', '1'],
    ['NaN', 'NaN'],
    ['6726895', '574357'],
    ['120', '130'],
    // Degrees and minutes that are not whole are no decimals: 1° 20 is not 120
    ['48.1', '1° 20'],
    ['48.1', "-1'20"],
    ['48.1', '1 33'],
    ['48.1', '-1.67 E'],
  ])('takes %s and %s for no position', (latitude, longitude) => {
    expect(readCoordinates(latitude, longitude)).toMatchObject({ value: null, notes: [{ kind: 'dropped' }] })
  })

  it('never answers a number that is none', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (latitude, longitude) => {
        const position = readCoordinates(latitude, longitude).value
        if (position) expect(Number.isFinite(position.latitude) && Number.isFinite(position.longitude)).toBe(true)
      }),
    )
  })
})
