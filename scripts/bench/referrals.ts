import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { runErasure } from '@/lib/referrals/erasure/mutations'
import { listReceived, listSent } from '@/lib/referrals/queries'
import { runReferralRound } from '@/lib/referrals/round/mutations'
import { referralFilters } from '@/lib/referrals/schema'
import { openSession, timePages } from './desk-pages'

type Say = (what: string, figure: string) => void

const count = Number(process.env.BENCH_REFERRALS || 100_000)
const organisations = 400
/** Places that somebody answers for; as many again have a link alone. */
const places = 2_000
/** A Monday; then the mornings of its 5th, 10th and 30th working days, and seven months later. */
const since = new Date('2026-11-23T06:00:00Z')
const mornings = ['2026-11-30T07:00:00Z', '2026-12-07T07:00:00Z', '2027-01-06T07:00:00Z'].map((day) => new Date(day))
const seasonsLater = new Date('2027-08-10T02:00:00Z')

/**
 * What boards, inboxes, rounds and erasures cost with 100,000 referrals, in a database that holds places.
 *
 * @param site null to leave whole pages out
 */
export async function measureReferrals(site: string | null, say: Say): Promise<void> {
  await fill()
  const [helpers, editors] = [await someOf('HELPER'), await someOf('PLACE_EDITOR')]
  for (const [what, people, list, path] of [
    ['Board', helpers, listSent, '/orientation/suivi'],
    ['Inbox', editors, listReceived, '/coordination/orientations'],
  ] as const) {
    const times: number[] = []
    for (let turn = 0; turn < 4; turn++) {
      for (const user of people) {
        for (const search of searches) {
          const start = performance.now()
          await list(user, referralFilters.parse(search), since)
          times.push(performance.now() - start)
        }
      }
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(1)
    say(`${what}, ${count} referrals`, `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (100 at most), worst ${at(1)} ms`)
    if (site !== null && people[0]) {
      const cookie = await openSession(people[0].email)
      const pages = Array.from({ length: 15 }, () => searches.map((search) => `${path}?${new URLSearchParams(search)}`))
      say('  its whole page', `${await timePages(site, cookie, pages.flat())} (100 at most for 95 %)`)
    }
  }
  await makeAllDue()
  for (const [index, name] of ['Reminders', 'Escalations', 'Expiry'].entries()) {
    const morning = mornings[index] ?? since
    // Weeks pass between them, in which the database tidies up.
    await db.$executeRaw`VACUUM ANALYZE`
    const { done, seconds } = await timed(() => runReferralRound(morning))
    say(`${name} of ${done.steps} referrals`, `${seconds} s (30 at most), messages to ${done.messages} addresses`)
  }
  await makeSomeDue()
  const few = await timed(() => runReferralRound(mornings[1] ?? since))
  say(
    `Escalations of ${few.done.steps} that propose places`,
    `${few.seconds} s, messages to ${few.done.messages} addresses`,
  )
  const { done, seconds } = await timed(() => runErasure(seasonsLater))
  say(`Erasure of ${done} referrals`, `${seconds} s (30 at most)`)
}

const searches: Record<string, string>[] = [
  {},
  { etat: 'waiting' },
  { etat: 'closed' },
  { page: '2' },
  { etat: 'closed', page: '20' },
  { a: 'moi' },
  { statut: 'SENT' },
  { code: 'K7QF-2M9X' },
]

async function timed<Done>(work: () => Promise<Done>): Promise<{ done: Done; seconds: string }> {
  const start = performance.now()
  const done = await work()
  return { done, seconds: ((performance.now() - start) / 1000).toFixed(1) }
}

/** Those who have the most to read, and others taken here and there. */
async function someOf(role: 'HELPER' | 'PLACE_EDITOR'): Promise<CurrentUser[]> {
  const found = await db.$queryRaw<{ id: string; email: string; name: string }[]>`
    SELECT u.id, u.email::text, u.name FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m.role = ${role}::"Role" ORDER BY u.name LIMIT 400`
  const chosen = found.filter((_, index) => index < 3 || index % 20 === 0)
  return Promise.all(chosen.map(async (user) => ({ ...user, memberships: await membershipsOf(user.id) })))
}

/**
 * Referrals of every state with what is personal in them, the same each time: the first of 400 organisations sent a
 * twentieth of them all, the first of 2,000 places got nearly as many, the last ones a few dozen.
 */
async function fill(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Organisation" (id, name) SELECT gen_random_uuid(), 'Structure ' || lpad(n::text, 4, '0')
    FROM generate_series(1, ${organisations}::int) n`
  await db.$executeRaw`
    INSERT INTO "User" (id, email, name, "updatedAt")
    SELECT kind || n, kind || n || '@bench.example', kind || ' ' || lpad(n::text, 4, '0'), now()
    FROM unnest(ARRAY['helper', 'editor']) kind, generate_series(1, ${places}::int) n
    WHERE kind = 'editor' OR n <= 2 * ${organisations}::int`
  await db.$executeRaw`
    INSERT INTO "Membership" (id, "userId", role, "organisationId")
    SELECT gen_random_uuid(), 'helper' || n, 'HELPER', o.id
    FROM generate_series(1, 2 * ${organisations}::int) n
    JOIN (SELECT id, row_number() OVER (ORDER BY name) AS rank FROM "Organisation" WHERE name LIKE 'Structure %') o
      ON o.rank = 1 + (n - 1) % ${organisations}::int`
  await db.$executeRaw`
    INSERT INTO "Membership" (id, "userId", role, "placeId")
    SELECT gen_random_uuid(), 'editor' || rank, 'PLACE_EDITOR', id
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS rank FROM "Place") p WHERE rank <= ${places}::int`
  // A power makes the first ones large.
  await db.$executeRaw`
    INSERT INTO "Referral" (id, code, "organisationId", "helperId", "placeId", email, services, status, acts, "dueAt",
      "nextStep", "nextStepAt", "waitingSince", "refusalReason", "appointmentAt", "informedAt", "agreedAt", "createdAt", "closedAt")
    SELECT gen_random_uuid(), (
        SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((n::bigint * 7919 + 104729) >> (4 * i))::int % 32, 1), '')
        FROM generate_series(0, 2) i) || lpad(upper(to_hex(n)), 5, '0'),
      o.id, 'helper' || o.rank, p.id, CASE WHEN p.rank > ${places}::int THEN 'lieu' || p.rank || '@bench.example' END,
      ARRAY['EMPLOYMENT']::"Service"[], s.status, s.acts, s.due, s.step, s.due, d.at,
      CASE s.status WHEN 'REFUSED' THEN 'FULL'::"RefusalReason" END,
      CASE s.status WHEN 'APPOINTMENT' THEN d.at + interval '5 days' END, d.at, d.at, d.at,
      CASE WHEN s.acts IS NULL THEN d.at + interval '20 days' END
    FROM generate_series(1, ${count}::int) n
    CROSS JOIN LATERAL (SELECT ${since}::timestamptz - (n % 400) * interval '1 hour' AS at) d
    JOIN (SELECT id, row_number() OVER (ORDER BY name) AS rank FROM "Organisation" WHERE name LIKE 'Structure %') o
      ON o.rank = 1 + floor(${organisations}::int * power(abs(hashtext('o' || n)) % 100000 / 100000.0, 2))
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS rank FROM "Place") p
      ON p.rank = 1 + floor(2 * ${places}::int * power(abs(hashtext('p' || n)) % 100000 / 100000.0, 2))
    JOIN (VALUES (0, 'SENT', 'PLACE'), (1, 'SEEN', 'PLACE'), (2, 'ACCEPTED', 'PLACE'), (3, 'APPOINTMENT', 'PLACE'),
        (4, 'REFUSED', 'HELPER'), (5, 'ABSENT', 'HELPER'), (6, 'HELPED', NULL), (7, 'HELPED', NULL),
        (8, 'PARTLY_HELPED', NULL), (9, 'EXPIRED', NULL)) v (k, status, acts) ON v.k = n % 10
    CROSS JOIN LATERAL (SELECT v.status::"ReferralStatus" AS status, v.acts::"ReferralSide" AS acts,
      CASE WHEN v.acts IS NOT NULL THEN 'REMIND'::"ReferralStep" END AS step,
      CASE WHEN v.acts IS NOT NULL THEN d.at + interval '7 days' END AS due) s`
  const sealed = `decode(repeat(md5(id::text), 5), 'hex')`
  await db.$executeRawUnsafe(`
    INSERT INTO "ReferralPerson" ("referralId", sealed, "keyId")
    SELECT id, ${sealed}, 'bench' FROM "Referral" WHERE abs(hashtext(code)) % 3 = 0`)
  await db.$executeRawUnsafe(`
    INSERT INTO "ReferralNeed" ("referralId", sealed, "keyId")
    SELECT id, ${sealed}, 'bench' FROM "Referral" WHERE abs(hashtext(code)) % 3 <> 1`)
  await db.$executeRawUnsafe(`
    INSERT INTO "ReferralEvent" (id, "referralId", at, action, side, "userId", status, sealed, "keyId")
    SELECT gen_random_uuid(), id, "createdAt", CASE k WHEN 0 THEN 'SEND' ELSE 'MESSAGE' END::"ReferralAction", 'HELPER', "helperId",
      status, CASE WHEN k > 0 THEN ${sealed} END, CASE WHEN k > 0 THEN 'bench' END FROM "Referral", generate_series(0, 2) k`)
  await db.$executeRaw`
    INSERT INTO "ReferralReading" (id, "referralId", side, "userId")
    SELECT gen_random_uuid(), id, 'HELPER', "helperId" FROM "Referral"`
  await db.$executeRaw`
    INSERT INTO "OutboxMail" (id, key, "to", subject, text, status, "sentAt")
    SELECT gen_random_uuid(), 'referral ' || id || ' SEND', 'a@bench.example', 'Une orientation vous attend', '', 'SENT', now()
    FROM "Referral"`
  await db.$executeRaw`VACUUM ANALYZE`
}

/** As if nobody had answered any of them. */
async function makeAllDue(): Promise<void> {
  await db.$executeRaw`
    UPDATE "Referral" SET status = 'SENT', acts = 'PLACE', "waitingSince" = ${since}, "dueAt" = ${since}, "nextStep" = 'REMIND',
      "nextStepAt" = ${mornings[0]}, "closedAt" = NULL`
  await db.$executeRaw`VACUUM ANALYZE "Referral"`
}

/** Ten of each of a hundred helpers that nobody answered: few enough for a message to name other places for each. */
async function makeSomeDue(): Promise<void> {
  await db.$executeRaw`
    UPDATE "Referral" r SET status = 'SENT', acts = 'PLACE', "waitingSince" = ${since}, "dueAt" = ${since},
      "nextStep" = 'ESCALATE', "nextStepAt" = ${mornings[1]}, "closedAt" = NULL
    FROM (SELECT id, row_number() OVER (PARTITION BY "helperId") AS turn FROM "Referral"
      WHERE "helperId" = ANY(SELECT 'helper' || n FROM generate_series(1, 100) n)) s
    WHERE s.id = r.id AND turn <= 10`
}
