import { describe, expect, it } from 'vitest'
import { weekOf } from './week'

describe('weekOf', () => {
  it('tells seven days from the local day, with nights whole and holidays named', () => {
    const week = weekOf('Mo-Th 09:00-12:00,14:00-17:00; Fr 22:00-02:00; PH off', '57', new Date('2026-12-21T23:30:00Z'))
    expect(week?.map(({ date, slots }) => [date, ...slots.map(({ opens, closes }) => `${opens}-${closes}`)])).toEqual([
      ['2026-12-22', '09:00-12:00', '14:00-17:00'],
      ['2026-12-23', '09:00-12:00', '14:00-17:00'],
      ['2026-12-24', '09:00-12:00', '14:00-17:00'],
      ['2026-12-25'],
      ['2026-12-26'],
      ['2026-12-27'],
      ['2026-12-28', '09:00-12:00', '14:00-17:00'],
    ])
    expect(week?.map(({ holiday }) => holiday)).toEqual([null, null, null, 'Noël', 'Lendemain de Noël', null, null])
  })

  it('ends a night on the day it started, and cuts what lasts for days', () => {
    const night = weekOf('Fr 22:00-02:00', '41', new Date('2026-11-20T12:00:00Z'))
    expect(night?.map(({ slots }) => slots.length)).toEqual([1, 0, 0, 0, 0, 0, 0])
    expect(night?.[0]?.slots).toEqual([{ opens: '22:00', closes: '02:00', isCertain: true, comment: null }])
    const always = weekOf('24/7', '41', new Date('2026-11-20T12:00:00Z'))
    expect(always?.map(({ slots }) => slots)).toEqual(
      Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '24:00', isCertain: true, comment: null }]),
    )
  })

  it('is null when the hours cannot be read', () => {
    expect(weekOf('quand on veut', '41', new Date())).toBeNull()
  })
})
