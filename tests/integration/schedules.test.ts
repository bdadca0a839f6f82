import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { BusyError } from '@/lib/errors'
import { ensureSchedules, ensureWeek, renewSchedules, scheduleKey } from '@/lib/hours/mutations'
import { listAlternatives } from '@/lib/places/alternatives/queries'

const wanted = { openingHours: 'Mo 09:00-12:00', departmentCode: '41' }
const ensure = (openingHours: string, departmentCode = '41') =>
  db.$transaction((tx) => ensureSchedules(tx, [{ openingHours, departmentCode }]))

interface Stored {
  id: number
  from: Date
  to: Date
}
const intervals = () => db.$queryRaw<Stored[]>`
  SELECT "scheduleId" AS id, lower(during) AS "from", upper(during) AS "to" FROM "ScheduleInterval" ORDER BY id, during`

/** A promise that the test keeps itself. */
function signal() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE "Schedule", "ScheduleInterval", "ScheduleWeek" CASCADE`
})

it('judges a week once, however many ask for it at once', async () => {
  const ids = await ensure(wanted.openingHours)
  await Promise.all(Array.from({ length: 20 }, () => ensureWeek(new Date('2026-11-18T12:00:00Z'))))
  expect(await intervals()).toEqual([
    { id: ids.get(scheduleKey(wanted)), from: new Date('2026-11-16T08:00:00Z'), to: new Date('2026-11-16T11:00:00Z') },
  ])
})

it('judges new hours for the weeks on record, in the clocks of their territory', async () => {
  await ensureWeek(new Date('2026-11-18T12:00:00Z'))
  await ensureWeek(new Date('2027-01-06T12:00:00Z'))
  await ensure('Mo 09:00-12:00', '974')
  expect((await intervals()).map(({ from }) => from)).toEqual([
    new Date('2026-11-16T05:00:00Z'),
    new Date('2027-01-04T05:00:00Z'),
  ])
})

it('gives the same hours of the same territory one schedule, whoever asks and however often', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => ensure(wanted.openingHours)))
  expect(new Set(all.map((ids) => ids.get(scheduleKey(wanted)))).size).toBe(1)
  expect(await db.schedule.count()).toBe(1)
})

it('gives one schedule to all départements where hours open at the same instants, and others to the rest', async () => {
  const asked = ['41', '75', '2A', '67', '974'].map((departmentCode) => ({ ...wanted, departmentCode }))
  const ids = await db.$transaction((tx) => ensureSchedules(tx, asked))
  const [loir, paris, corsica, rhine, reunion] = asked.map((each) => ids.get(scheduleKey(each)))
  expect([loir, corsica]).toEqual([paris, paris])
  expect(new Set([paris, rhine, reunion]).size).toBe(3)
  expect(await db.schedule.count()).toBe(3)
})

it('neither misses the other: new hours and a new week at once', async () => {
  const hours = Array.from({ length: 8 }, (_, index) => `Mo 09:0${index}-12:00`)
  await Promise.all([...hours.map((each) => ensure(each)), ensureWeek(new Date('2026-11-18T12:00:00Z'))])
  expect(await intervals()).toHaveLength(hours.length)
})

it('keeps hours that nobody can read, without intervals', async () => {
  await ensureWeek(new Date('2026-11-18T12:00:00Z'))
  await ensure('quand on veut')
  expect(await db.schedule.findFirst({ select: { isReadable: true } })).toEqual({ isReadable: false })
  expect(await intervals()).toEqual([])
})

it('forgets the weeks furthest from today, with their intervals', async () => {
  await ensure(wanted.openingHours)
  const first = Date.parse('2026-01-05T12:00:00Z')
  for (let week = 0; week < 45; week++) await ensureWeek(new Date(first + week * 7 * 24 * 3600 * 1000))
  const count = await db.scheduleWeek.count()
  expect(count).toBeLessThanOrEqual(41)
  expect(await intervals()).toHaveLength(count)
})

it('says that it is busy when another has been judging for too long', async () => {
  const holding = signal()
  const letGo = signal()
  const other = db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(20261122)`
      holding.resolve()
      await letGo.promise
    },
    { timeout: 300_000 },
  )
  await holding.promise
  const closed = { id: 'adp-1', latitude: 47.586, longitude: 1.336, services: [] }
  await Promise.all([
    expect(ensureWeek(new Date('2026-11-18T12:00:00Z'))).rejects.toBeInstanceOf(BusyError),
    // The page of a closed place is shown without those that are open instead.
    expect(listAlternatives(closed)).resolves.toBeNull(),
  ])
  letGo.resolve()
  await other
  await ensureWeek(new Date('2026-11-18T12:00:00Z'))
})

it('judges the coming weeks ahead, and again nothing', async () => {
  await ensure(wanted.openingHours)
  const now = new Date('2026-11-18T12:00:00Z')
  await Promise.all([renewSchedules(now), renewSchedules(now)])
  const first = await intervals()
  expect(first.map(({ from }) => from.toISOString().slice(0, 10))).toEqual([
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
  ])
  await renewSchedules(now)
  expect(await intervals()).toEqual(first)
})

it('reads again hours that a former version could not read', async () => {
  await ensureWeek(new Date('2026-11-18T12:00:00Z'))
  await ensure(wanted.openingHours)
  await db.$executeRaw`DELETE FROM "ScheduleInterval"`
  await db.schedule.updateMany({ data: { isReadable: false } })
  await renewSchedules(new Date('2026-11-18T12:00:00Z'))
  expect(await db.schedule.count({ where: { isReadable: true } })).toBe(1)
  expect(await intervals()).toHaveLength(5)
})
