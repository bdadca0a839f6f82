import { describe, expect, it } from 'vitest'
import { openingState } from './opening'

const stateAt = (hours: string, departmentCode: string, at: string) =>
  openingState(hours, departmentCode, new Date(at)).state
const workdays = 'Mo-Su 09:00-17:00; PH off'

/** What clocks show at noon, for each département with holidays of its own. */
const offsets: Record<string, string> = {
  '41': '+01:00',
  '57': '+01:00',
  '67': '+01:00',
  '68': '+01:00',
  '971': '-04:00',
  '972': '-04:00',
  '973': '-03:00',
  '974': '+04:00',
  '975': '-03:00',
  '976': '+03:00',
  '977': '-04:00',
  '978': '-04:00',
  '986': '+12:00',
  '987': '-10:00',
  '988': '+11:00',
}

describe('a public holiday', () => {
  it.each([
    ['2026-01-01', 'Nouvel An'],
    ['2026-04-06', 'lundi de Pâques'],
    ['2026-05-01', 'fête du Travail'],
    ['2026-05-08', 'Victoire'],
    ['2026-05-14', 'Ascension'],
    ['2026-05-25', 'lundi de Pentecôte'],
    ['2026-07-14', 'fête nationale'],
    ['2026-08-15', 'Assomption'],
    ['2026-11-01', 'Toussaint'],
    ['2026-11-11', 'Armistice'],
    ['2026-12-25', 'Noël'],
  ])('closes everywhere on %s (%s) where the hours say PH off', (day) => {
    for (const departmentCode of ['41', '57', '971', '974', '976']) {
      expect(stateAt(workdays, departmentCode, `${day}T12:00:00${offsets[departmentCode]}`)).toBe('closed')
    }
    expect(stateAt('Mo-Su 09:00-17:00', '41', `${day}T12:00:00+01:00`)).toBe('open')
  })

  it.each([
    ['2026-12-26', ['57', '67', '68']],
    ['2026-04-03', ['57', '67', '68', '971', '972', '977', '987']],
    ['2026-04-27', ['976']],
    ['2026-05-22', ['972']],
    ['2026-05-27', ['971', '978']],
    ['2026-06-10', ['973']],
    ['2026-07-21', ['971', '972']],
    ['2026-10-09', ['977']],
    ['2026-12-20', ['974']],
    ['2026-07-29', ['986']],
    ['2026-09-24', ['988']],
    ['2026-11-20', ['987']],
  ])('closes on %s in %j and nowhere else', (day, closed) => {
    const codes = Object.keys(offsets)
    const found = codes.filter((code) => stateAt(workdays, code, `${day}T12:00:00${offsets[code]}`) === 'closed')
    expect(found).toEqual(closed)
  })
})
