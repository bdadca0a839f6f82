import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { freeSeats } from '@/lib/workshops/seats/keeping/mutations'
import { untilNone } from '../batches'
import { tellOtherSide } from '../telling/mutations'
import { type DueReferral, type DueStep, dueStep } from './due-step'
import { tellByDigests } from './telling/mutations'

/** Referrals a transaction: a second of work, which is all that a crash loses. */
const batch = 2_000
/** Transactions side by side: one prepares its rows while the database writes those of the other. */
const atOnce = 2
/** Each takes a few queries. */
const placesAtOnce = 100
const patience = { maxWait: 15_000, timeout: 60_000 }

/**
 * Does what time does to referrals that nobody answered: reminds the side that acts, hands them to the helper, ends
 * them. Each batch is a transaction that notes whom to tell beside the state it leads to; then each address gets one
 * message about all of hers. A round that is cut short, or runs twice at once, does and tells nothing twice, and the
 * next one takes up the rest.
 *
 * @param signal asks to stop after the batch under way
 * @returns how many steps were taken, and how many messages were written
 */
export async function runReferralRound(now: Date, signal?: AbortSignal): Promise<{ steps: number; messages: number }> {
  const steps = await untilNone(() => db.$transaction((tx) => takeSteps(tx, now), patience), { atOnce, signal })
  await untilNone(() => db.$transaction((tx) => tellPlaces(tx, now), patience), { signal })
  return { steps, messages: await untilNone(() => tellByDigests(now), { signal }) }
}

/** Places whose address, or whose last account, changed while a referral waits: they get it as a new one, and its link. */
async function tellPlaces(tx: Transaction, at: Date): Promise<number> {
  const due = await tx.$queryRaw<{ id: string; closedAt: Date | null }[]>`
    UPDATE "Referral" SET "tellPlace" = false WHERE id IN (
      SELECT id FROM "Referral" WHERE "tellPlace" ORDER BY id LIMIT ${placesAtOnce} FOR UPDATE SKIP LOCKED)
    RETURNING id, "closedAt"`
  for (const { id, closedAt } of due)
    if (!closedAt) await tellOtherSide(tx, { referralId: id, action: 'SEND', side: 'HELPER', at })
  return due.length
}

/** Those that somebody is acting on at this moment wait for the next round, which finds what they became. */
async function takeSteps(tx: Transaction, now: Date): Promise<number> {
  const due = await tx.$queryRaw<DueReferral[]>`
    SELECT r.id, r."nextStep", r.acts, r."dueAt", r."waitingSince", c."departmentCode"
    FROM "Referral" r JOIN "Place" p ON p.id = r."placeId" JOIN "Commune" c ON c.code = p."communeCode"
    WHERE r."nextStepAt" <= ${now} ORDER BY r."nextStepAt" LIMIT ${batch} FOR UPDATE OF r SKIP LOCKED`
  if (due.length > 0)
    await write(
      tx,
      due.map((referral) => dueStep(referral, now)),
      now,
    )
  return due.length
}

async function write(tx: Transaction, steps: readonly DueStep[], now: Date): Promise<void> {
  const told = JSON.stringify(steps)
  await tx.$executeRaw`
    UPDATE "Referral" r SET acts = s.acts, "dueAt" = s."dueAt", "nextStep" = s."nextStep", "nextStepAt" = s."nextStepAt",
      status = CASE s.step WHEN 'EXPIRE' THEN 'EXPIRED' ELSE r.status END,
      "closedAt" = CASE s.step WHEN 'EXPIRE' THEN ${now}::timestamptz END,
      -- Nobody who is answering loses her words to a reminder.
      version = r.version + CASE s.step WHEN 'EXPIRE' THEN 1 ELSE 0 END
    FROM jsonb_to_recordset(${told}::jsonb) AS s (id uuid, step "ReferralStep", acts "ReferralSide", "dueAt" timestamptz,
      "nextStep" "ReferralStep", "nextStepAt" timestamptz)
    WHERE r.id = s.id`
  await tx.$executeRaw`
    INSERT INTO "ReferralEvent" (id, "referralId", at, action, side, status)
    SELECT gen_random_uuid(), r.id, ${now}::timestamptz, s.step::text::"ReferralAction", 'SYSTEM', r.status
    FROM jsonb_to_recordset(${told}::jsonb) AS s (id uuid, step "ReferralStep") JOIN "Referral" r ON r.id = s.id`
  await noteWhomToTell(tx, told)
  const ended = steps.flatMap(({ id, step }) => (step === 'EXPIRE' ? [id] : []))
  if (ended.length > 0) await freeSeats(tx, ended, now)
}

/** The helper, or her colleagues when she left; the editors of the place, or the address that has its link. */
async function noteWhomToTell(tx: Transaction, told: string): Promise<void> {
  await tx.$executeRaw`
    WITH step AS (
      SELECT r.id, r."organisationId", r."helperId", r."placeId", r.email, s.step, s.tells, s."tellsAll" OR NOT EXISTS (
          SELECT FROM "Membership" h
          WHERE h."userId" = r."helperId" AND h."organisationId" = r."organisationId" AND h.role = 'HELPER') AS "tellsAll",
        EXISTS (SELECT FROM "Membership" e WHERE e."placeId" = r."placeId" AND e.role = 'PLACE_EDITOR') AS "hasEditor"
      FROM jsonb_to_recordset(${told}::jsonb) AS s (id uuid, step "ReferralStep", tells "ReferralSide", "tellsAll" bool)
      JOIN "Referral" r ON r.id = s.id)
    INSERT INTO "ReferralNotice" ("referralId", email, step, side, "byLink")
    SELECT step.id, u.email, step.step, 'HELPER'::"ReferralSide", false
    FROM step JOIN "Membership" m ON m."organisationId" = step."organisationId" AND m.role = 'HELPER'
      JOIN "User" u ON u.id = m."userId"
    WHERE tells = 'HELPER' AND ("tellsAll" OR m."userId" = "helperId")
    UNION SELECT step.id, u.email, step.step, 'PLACE', false
    FROM step JOIN "Membership" m ON m."placeId" = step."placeId" AND m.role = 'PLACE_EDITOR'
      JOIN "User" u ON u.id = m."userId"
    WHERE tells = 'PLACE'
    UNION SELECT id, email, step, 'PLACE', true FROM step WHERE tells = 'PLACE' AND NOT "hasEditor" AND email IS NOT NULL
    ON CONFLICT DO NOTHING`
}
