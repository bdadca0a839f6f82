import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { db, isLockTimeout, type Transaction } from '@/lib/db'
import { BusyError } from '@/lib/errors'
import { farWeekLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { isReadable, openIntervals } from './opening'
import { sameClockDepartment } from './same-clock'
import { type Week, weekContaining, weekFrom, weeksOf } from './schedule-week'

/** Hours as they are kept by a place, and a département whose clocks and holidays they follow. */
export interface WantedSchedule {
  openingHours: string
  departmentCode: string
}

/** What `ensureSchedules` answers by. */
export function scheduleKey({ openingHours, departmentCode }: WantedSchedule): string {
  return `${sameClockDepartment(openingHours, departmentCode)}\n${openingHours}`
}

/** A new schedule waits for a new week and the other way round, so that neither misses the other. */
const lock = 20261122

/** How many weeks are kept: those of the next months, and some that were asked for. */
const weeksKept = 40

/**
 * Sees that these hours are judged for every week on record, and tells the `scheduleId` of each, by
 * `scheduleKey`. No new week can be judged until the transaction ends: a long one does this before,
 * in a transaction of its own.
 */
export async function ensureSchedules(tx: Transaction, asked: readonly WantedSchedule[]): Promise<Map<string, number>> {
  const wanted = [...new Map(asked.map((each) => [scheduleKey(each), withSameClock(each)])).values()]
  const ids = await findSchedules(tx, wanted)
  const missing = wanted.filter((each) => !ids.has(scheduleKey(each)))
  if (missing.length === 0) return ids
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${lock})`
  const hours = missing.map(({ openingHours }) => openingHours)
  const departments = missing.map(({ departmentCode }) => departmentCode)
  const readable = missing.map((each) => isReadable(each.openingHours, each.departmentCode))
  const inserted = await tx.$queryRaw<StoredSchedule[]>`
    INSERT INTO "Schedule" ("openingHours", "departmentCode", "isReadable")
    SELECT * FROM unnest(${hours}::text[], ${departments}::text[], ${readable}::bool[])
    ON CONFLICT DO NOTHING RETURNING id, "openingHours", "departmentCode"`
  await judge(tx, inserted, await weeksOnRecord(tx))
  for (const schedule of inserted) ids.set(scheduleKey(schedule), schedule.id)
  // Another transaction may have inserted the same hours meanwhile.
  return inserted.length === missing.length ? ids : findSchedules(tx, wanted)
}

/** Départements that open at the same instants share their schedules. */
function withSameClock({ openingHours, departmentCode }: WantedSchedule): WantedSchedule {
  return { openingHours, departmentCode: sameClockDepartment(openingHours, departmentCode) }
}

const underWay = new Map<number, Promise<void>>()

/**
 * Sees that every schedule is judged for the week of an instant: once, by one process.
 *
 * @throws BusyError when somebody else has been judging for too long
 */
export async function ensureWeek(at: Date): Promise<void> {
  return ensureWeeks([weekContaining(at)])
}

/** The same for several weeks. */
export async function ensureWeeks(weeks: readonly Week[]): Promise<void> {
  if (weeks.length === 0) return
  const recorded = new Set((await weeksOnRecord(db)).map(({ from }) => from.getTime()))
  for (const week of weeks) {
    const key = week.from.getTime()
    if (recorded.has(key)) continue
    // Many visitors come at once: one of them works, and holds one connection.
    const work = underWay.get(key) ?? judgeWeek(week).finally(() => underWay.delete(key))
    underWay.set(key, work)
    await work
  }
}

const farWeeks = 8

/**
 * Counts against an address the judging of a week that is far from now, and not judged yet.
 *
 * @param address null when it cannot be known: all such requests then count as from one place
 * @throws TooManyAttemptsError
 */
export async function countFarWeek(at: Date, address: string | null, now = new Date()): Promise<void> {
  if (Math.abs(at.getTime() - now.getTime()) <= farWeeks * 7 * 86_400_000) return
  if (await isRecorded(db, weekContaining(at))) return
  await countAttempt(farWeekLimits(address))
}

/** How many weeks are judged before anybody asks, this one included: those that "this evening" and the week shown need. */
const weeksAhead = 5

/**
 * Judges the coming weeks, and hours that a newer version can read, so that no visitor waits on a Monday.
 * Several instances may do so at once: the first works, the others find it done.
 */
export async function renewSchedules(now = new Date()): Promise<void> {
  await readAgain()
  const coming = Array.from({ length: weeksAhead }, (_, index) => new Date(now.getTime() + index * 7 * 86_400_000))
  await ensureWeeks(weeksOf(coming))
}

/** Hours that could not be read under a former version. */
async function readAgain(): Promise<void> {
  const unread = await db.$queryRaw<StoredSchedule[]>`
    SELECT id, "openingHours", "departmentCode" FROM "Schedule" WHERE NOT "isReadable"`
  const ids = unread.filter((each) => isReadable(each.openingHours, each.departmentCode)).map(({ id }) => id)
  if (ids.length === 0) return
  await db.$transaction(
    async (tx) => {
      await waitForLock(tx)
      const schedules = await tx.$queryRaw<StoredSchedule[]>`
        UPDATE "Schedule" SET "isReadable" = true WHERE id = ANY(${ids}) AND NOT "isReadable"
        RETURNING id, "openingHours", "departmentCode"`
      await judge(tx, schedules, await weeksOnRecord(tx))
    },
    { timeout: 120_000, maxWait: 20_000 },
  )
}

async function judgeWeek(week: Week): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await waitForLock(tx)
      if (await isRecorded(tx, week)) return
      const schedules = await tx.$queryRaw<StoredSchedule[]>`
        SELECT id, "openingHours", "departmentCode" FROM "Schedule" WHERE "isReadable"`
      await judge(tx, schedules, [week])
      await tx.$executeRaw`INSERT INTO "ScheduleWeek" (monday) VALUES (${week.from}::date)`
      await forgetFarWeeks(tx, week)
    },
    { timeout: 120_000, maxWait: 20_000 },
  )
}

/** @throws BusyError after five seconds: a long import may hold the lock for minutes */
async function waitForLock(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SET LOCAL lock_timeout = '5s'`
  try {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`
  } catch (error) {
    if (isLockTimeout(error)) throw new BusyError()
    throw error
  }
}

interface StoredSchedule extends WantedSchedule {
  id: number
}

async function findSchedules(tx: Transaction, wanted: readonly WantedSchedule[]): Promise<Map<string, number>> {
  const found = await tx.$queryRaw<StoredSchedule[]>`
    SELECT h.id, h."openingHours", h."departmentCode" FROM "Schedule" h
    JOIN unnest(${wanted.map(({ openingHours }) => openingHours)}::text[],
      ${wanted.map(({ departmentCode }) => departmentCode)}::text[]) AS w (hours, department)
    ON h."openingHours" = w.hours AND h."departmentCode" = w.department`
  return new Map(found.map((schedule) => [scheduleKey(schedule), schedule.id]))
}

async function weeksOnRecord(client: Pick<Transaction, '$queryRaw'>): Promise<Week[]> {
  const weeks = await client.$queryRaw<{ monday: Date }[]>`SELECT monday FROM "ScheduleWeek"`
  return weeks.map(({ monday }) => weekFrom(monday))
}

async function isRecorded(tx: Pick<Transaction, '$queryRaw'>, { from }: Week): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "ScheduleWeek" WHERE monday = ${from}::date`
  return rows.length > 0
}

async function judge(tx: Transaction, schedules: readonly StoredSchedule[], weeks: readonly Week[]): Promise<void> {
  const batch = 200
  for (let start = 0; start < schedules.length; start += batch) {
    const rows = schedules
      .slice(start, start + batch)
      .flatMap(({ id, openingHours, departmentCode }) =>
        weeks
          .flatMap(({ from, to }) => openIntervals(openingHours, departmentCode, from, to))
          .map((interval) => ({ ...interval, id })),
      )
    await tx.$executeRaw`
      INSERT INTO "ScheduleInterval" ("scheduleId", during, "isCertain")
      SELECT id, tstzrange("from", "to"), certain
      FROM unnest(${rows.map(({ id }) => id)}::int[], ${rows.map(({ from }) => from)}::timestamptz[],
        ${rows.map(({ to }) => to)}::timestamptz[], ${rows.map(({ isCertain }) => isCertain)}::bool[])
        AS t (id, "from", "to", certain)`
    // Visitors are answered between batches.
    await breathe()
  }
}

/** The weeks furthest from today go first, and never the one just asked for. */
async function forgetFarWeeks(tx: Transaction, { from }: Week): Promise<void> {
  const forgotten = await tx.$queryRaw<{ monday: Date }[]>`
    DELETE FROM "ScheduleWeek" WHERE monday <> ${from}::date AND monday NOT IN (
      SELECT monday FROM "ScheduleWeek" ORDER BY abs(monday - CURRENT_DATE) LIMIT ${weeksKept})
    RETURNING monday`
  for (const { monday } of forgotten) {
    const week = weekFrom(monday)
    await tx.$executeRaw`
      DELETE FROM "ScheduleInterval" WHERE during <@ tstzrange(${week.from}::timestamptz, ${week.to}::timestamptz)`
  }
}
