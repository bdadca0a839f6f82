import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JudgedPlace, qualityOf } from './quality'

const now = new Date('2026-11-22T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000)

const line = {
  service: 'EMPLOYMENT',
  supportModes: [],
  fees: [],
  audiences: [],
  levels: [],
  bookingUrl: null,
  note: null,
} as const satisfies JudgedPlace['services'][number]

const whole: JudgedPlace = {
  address: '2 place Jean Jaurès',
  accessModes: ['WALK_IN', 'PHONE', 'EMAIL'],
  audiences: ['SENIORS'],
  services: [{ ...line }],
  phone: '+33254000000',
  emails: ['accueil@example.org'],
  websites: [],
  bookingUrl: null,
  fees: ['FREE'],
  summary: 'a'.repeat(280),
  description: 'b'.repeat(200),
  updatedOn: daysAgo(10),
}

const missing = (fields: Partial<JudgedPlace>) =>
  qualityOf({ ...whole, ...fields }, now).missing.map(({ criterion }) => criterion)

test('a listing that says all has a hundred, and lacks nothing', () => {
  expect(qualityOf(whole, now)).toEqual({ score: 100, missing: [] })
})

test.each([
  ['audience', { audiences: [] }],
  ['theme', { services: [] }],
  ['contact', { phone: null, emails: [], accessModes: ['WALK_IN'] }],
  ['email', { emails: [] }],
  ['phone', { phone: null }],
  ['access', { accessModes: [] }],
  ['fees', { fees: [] }],
  ['fees', { fees: ['PAID'] }],
  ['description', { description: null }],
  ['update', { updatedOn: daysAgo(400) }],
] as const)('it lacks the %s', (criterion, fields) => {
  expect(missing(fields as unknown as Partial<JudgedPlace>)).toEqual([criterion])
})

test('what is said beside a service counts: its audience, and a word on what it costs', () => {
  expect(missing({ audiences: [], services: [{ ...line, audiences: ['YOUTH'] }] })).toEqual([])
  expect(missing({ fees: ['PAID'], services: [{ ...line, note: '2 € la page' }] })).toEqual([])
})

test('phone and e-mail are asked of those who say that one may call or write', () => {
  expect(missing({ accessModes: ['WALK_IN'], phone: null })).toEqual([])
  expect(missing({ accessModes: ['PHONE'], address: ' ' })).toEqual([])
  expect(missing({ address: ' ' })).toEqual(['address'])
})

test('the score falls as time passes, from six months on to two years', () => {
  const at = (days: number) => qualityOf({ ...whole, updatedOn: daysAgo(days) }, now).score
  expect([at(0), at(180), at(456), at(730), at(2000)]).toEqual([100, 100, 95, 90, 90])
})

test('the points of what is missing make up what the score lacks, but for roundings', () => {
  const anyPlace = fc.record({
    fees: fc.subarray(['FREE', 'PAID'] as JudgedPlace['fees']),
    accessModes: fc.subarray(['WALK_IN', 'PHONE', 'EMAIL'] as JudgedPlace['accessModes']),
    phone: fc.constantFrom(null, '+33254000000'),
    summary: fc.option(fc.string({ maxLength: 280 })),
    description: fc.option(fc.string({ maxLength: 600 })),
    updatedOn: fc.nat({ max: 1000 }).map(daysAgo),
  })
  fc.assert(
    fc.property(anyPlace, (fields) => {
      const { score, missing: lacks } = qualityOf({ ...whole, ...fields }, now)
      const points = lacks.reduce((sum, each) => sum + each.points, 0)
      expect(Math.abs(100 - score - points)).toBeLessThanOrEqual(6)
    }),
  )
})
