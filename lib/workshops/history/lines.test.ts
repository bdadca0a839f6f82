import { expect, test } from 'vitest'
import { workshopChange, workshopLines } from './lines'

const startsAt = new Date('2026-11-24T13:00:00Z')
const endsAt = new Date('2026-11-24T15:00:00Z')
const workshop = {
  title: 'La souris',
  service: 'EVERYDAY_DIGITAL_TOOLS',
  level: 'BEGINNER',
  isCycle: false,
  seats: 8,
  priceCents: 0,
  takesPass: true,
  bookingUrl: null,
  sessions: [{ startsAt, endsAt, cancelledAt: null as Date | null }],
} as const
const lines = (changed = {}) => workshopLines({ ...workshop, ...changed }, 'Europe/Paris')

test('a workshop is told in words, its sessions on the clocks of the place', () => {
  expect(lines()).toEqual([
    'La souris',
    'Maîtrise des outils numériques du quotidien',
    'Débutant',
    'places\u00a0: 8',
    'gratuit',
    'Pass numérique accepté',
    expect.stringMatching(/^mardi 24 novembre 2026.+14:00.+16:00$/),
  ])
})

test('a change tells the title and what differs, and no change tells nothing', () => {
  expect(workshopChange(lines(), lines())).toBeNull()
  expect(workshopChange(lines(), lines({ seats: 12, priceCents: 250 }))).toEqual({
    before: 'La souris · places\u00a0: 8 · gratuit',
    after: expect.stringMatching(/^La souris · places\u00a0: 12 · 2,50.€$/),
  })
  expect(workshopChange([], lines())).toMatchObject({ before: '', after: lines().join(' · ') })
  const cancelled = workshopChange(lines(), lines({ sessions: [{ startsAt, endsAt, cancelledAt: startsAt }] }))
  expect(cancelled?.after).toBe(`${cancelled?.before} (annulée)`)
})
