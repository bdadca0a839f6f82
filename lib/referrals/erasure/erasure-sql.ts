import { Prisma } from '@/prisma/client/client'

/** Where nothing is sent, a message that tells of several referrals stays to be read for as long: days. */
const digestDays = 10

/** Closed referrals whose time has come, as a condition on `r`. */
export const isDueForErasure = (now: Date, months: number) => Prisma.sql`
  r."erasedAt" IS NULL AND r."closedAt" <= ${now}::timestamptz - make_interval(months => ${months}::int)`

/**
 * Forgets who the people of these closed referrals are, what they need and what was written, all at once. What stays
 * are figures: services, states, dates, the place and the organisation. It leads to nobody: the code is on the
 * person's paper, so another one takes its place, and neither side is named.
 */
export function erasureOf(ids: readonly string[], now: Date): Prisma.Sql[] {
  const these = Prisma.sql`ANY(${ids}::uuid[])`
  return [
    Prisma.sql`DELETE FROM "ReferralPerson" WHERE "referralId" = ${these}`,
    Prisma.sql`DELETE FROM "ReferralNeed" WHERE "referralId" = ${these}`,
    Prisma.sql`DELETE FROM "ReferralNotice" WHERE "referralId" = ${these}`,
    Prisma.sql`UPDATE "ReferralEvent" SET sealed = NULL, "keyId" = NULL, "userId" = NULL WHERE "referralId" = ${these}`,
    Prisma.sql`UPDATE "ReferralReading" SET "userId" = NULL WHERE "referralId" = ${these}`,
    Prisma.sql`
      UPDATE "Referral" r SET "erasedAt" = ${now}::timestamptz, version = version + 1, email = NULL, "helperId" = NULL, code = (
        SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + floor(random() * 32)::int, 1), '')
        FROM generate_series(1, 8) WHERE r.id IS NOT NULL)
      WHERE id = ${these} AND "erasedAt" IS NULL`,
  ]
}

/** The messages about these referrals and their seats in workshops, sent or not. */
export const mailAbout = (ids: readonly string[]) => [
  Prisma.sql`
    DELETE FROM "OutboxMail" WHERE id IN (
      SELECT m.id FROM unnest(${ids}::text[]) AS gone (id)
      -- One look into the index for each, whatever the planner thinks of an expression: not all of the mail each time.
      CROSS JOIN LATERAL (
        SELECT id FROM "OutboxMail"
        WHERE key LIKE 'referral %' AND substring(key FROM '^referral ([0-9a-f-]{36})') = gone.id OFFSET 0) m)`,
  Prisma.sql`
    DELETE FROM "OutboxMail" WHERE key LIKE 'seat %' AND split_part(key, ' ', 3) IN (
      SELECT id::text FROM "WorkshopSeat" WHERE "referralId" = ANY(${ids}::uuid[]))`,
]

/** Takes a referral out of the messages about several that have not left: the line that names it and its link. */
export const linesAbout = (id: string) => Prisma.sql`
  UPDATE "OutboxMail" m SET text = regexp_replace(m.text, '[^\n]*\n[^\n]*(' || r.id || '|' || r."linkId" || ')[^\n]*\n*', '', 'g')
  FROM "Referral" r WHERE r.id = ${id}::uuid AND m.key LIKE 'referrals %' AND m.status <> 'SENT'
    AND (strpos(m.text, r.id::text) > 0 OR strpos(m.text, r."linkId"::text) > 0)`

/**
 * What an erasure leaves in the mail for a while: that of its own end, which had to leave, and messages that told of
 * several referrals.
 */
export const oldMail = (now: Date) => Prisma.sql`
  DELETE FROM "OutboxMail" m WHERE
    (m.key LIKE 'referrals %' AND m."createdAt" < ${now}::timestamptz - make_interval(days => ${digestDays}))
    OR (m.key LIKE 'referral %' AND EXISTS (
      SELECT FROM "Referral" r WHERE r.id::text = substring(m.key FROM '^referral ([0-9a-f-]{36})')
        AND r."erasedAt" < ${now}::timestamptz - interval '1 day'))`

/**
 * Erases again, in a database that a backup has just replaced, what had been erased since the backup, and what time
 * has come for. Nothing serves it before.
 *
 * @param erased the referrals that were erased in the database it replaces
 */
export function erasureOnceRestored(erased: readonly string[], now: Date, months: number) {
  return {
    find: Prisma.sql`
      SELECT r.id FROM "Referral" r
      WHERE ${isDueForErasure(now, months)} OR (r."erasedAt" IS NULL AND r.id = ANY(${erased}::uuid[]))`,
    erase: (ids: readonly string[]) => [
      // One that was open in the backup.
      Prisma.sql`
        UPDATE "Referral" SET status = 'CANCELLED', "closedAt" = ${now}::timestamptz, acts = NULL, "dueAt" = NULL,
          "nextStep" = NULL, "nextStepAt" = NULL WHERE id = ANY(${ids}::uuid[]) AND "closedAt" IS NULL`,
      ...mailAbout(ids),
      // Whoever waits moves up once all is restored: `fillEverySeat`, by the job `resume-work`.
      Prisma.sql`
        UPDATE "WorkshopSeat" k SET status = 'CANCELLED', "updatedAt" = ${now}::timestamptz
        WHERE k."referralId" = ANY(${ids}::uuid[]) AND k.status <> 'CANCELLED' AND EXISTS (
          SELECT FROM "WorkshopSession" s WHERE s."workshopId" = k."workshopId"
            AND s.id = coalesce(k."sessionId", s.id) AND s."startsAt" > ${now}::timestamptz)`,
      ...erasureOf(ids, now),
    ],
  }
}
