import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { refusedAccounts } from '../support/refused-rows/accounts'
import { refusedImports } from '../support/refused-rows/imports'
import { refusedMessages } from '../support/refused-rows/messages'
import { refusedPlaces } from '../support/refused-rows/places'
import { refusedReferrals } from '../support/refused-rows/referrals'
import { refusedTerritories } from '../support/refused-rows/territories'
import {
  booklet,
  closedReferral,
  counts,
  hubId,
  hubRow,
  invitation,
  joining,
  membership,
  organisationId,
  place,
  referral,
  referralEvent,
  refreshed,
  run,
  sealed,
  secondPlace,
  sourceId,
} from '../support/sample-rows'

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })

beforeAll(() => client.connect())
afterAll(() => client.end())

beforeEach(async () => {
  await client.query('BEGIN')
  await insert('Place', place)
  await insert('Hub', hubRow)
  await insert('Organisation', { id: organisationId, name: 'CCAS' })
  await insert('Source', { id: sourceId, slug: 'a-source', name: 'A source' })
  await insert('User', { id: 'u1', email: 'a@example.org', name: 'A', updatedAt: '2026-11-22' })
  return () => client.query('ROLLBACK')
})

async function insert(table: string, row: Record<string, unknown>) {
  const columns = Object.keys(row).map((name) => `"${name}"`)
  const marks = columns.map((_, index) => `$${index + 1}`)
  await client.query(`INSERT INTO "${table}" (${columns}) VALUES (${marks})`, Object.values(row))
}

const refusals = [
  ...refusedAccounts,
  ...refusedImports,
  ...refusedMessages,
  ...refusedPlaces,
  ...refusedReferrals,
  ...refusedTerritories,
]

describe('the database refuses', () => {
  test.each(refusals)('%s', async (_, constraint, table, row) => {
    await expect(insert(table, row)).rejects.toMatchObject({ constraint })
  })

  test('the same role twice', async () => {
    await insert('Membership', { id: hubId, ...membership })
    await expect(insert('Membership', { id: sourceId, ...membership })).rejects.toMatchObject({
      constraint: 'membership_once',
    })
  })

  test('the same invitation twice while it waits', async () => {
    await insert('Invitation', { ...invitation, revokedAt: '2026-11-22' })
    await insert('Invitation', { ...invitation, id: hubId, tokenHash: '1'.repeat(64) })
    const again = insert('Invitation', { ...invitation, id: organisationId, tokenHash: '2'.repeat(64) })
    await expect(again).rejects.toMatchObject({ constraint: 'invitation_pending' })
  })

  test.each(['empty', '[2026-01-01,)', '(,2026-01-01]'])('the open interval %s', async (during) => {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO "Schedule" ("openingHours", "departmentCode", "isReadable") VALUES ('24/7', '41', true) RETURNING id`,
    )
    const row = { scheduleId: rows[0]?.id, during, isCertain: true }
    await expect(insert('ScheduleInterval', row)).rejects.toMatchObject({ constraint: 'interval_bounded' })
  })

  test('to rewrite a revision', async () => {
    await insert('PlaceRevision', { id: hubId, placeId: 'adp-1', version: 2, before: '{}', after: '{}' })
    const rewriting = client.query(`UPDATE "PlaceRevision" SET after = '{"name": "X"}'`)
    await expect(rewriting).rejects.toThrow('a revision is never rewritten')
  })
})

describe('a referral', () => {
  test('has a code of its own, and is sent on once', async () => {
    await insert('Referral', referral)
    const other = { ...referral, id: sourceId }
    await client.query('SAVEPOINT here')
    await expect(insert('Referral', other)).rejects.toMatchObject({ constraint: 'Referral_code_key' })
    await client.query('ROLLBACK TO here')
    await insert('Referral', { ...other, code: 'ABCDEFGH', redirectedFromId: hubId })
    const again = insert('Referral', { ...other, id: organisationId, code: 'ABCDEFGJ', redirectedFromId: hubId })
    await expect(again).rejects.toMatchObject({ constraint: 'Referral_redirectedFromId_key' })
  })

  test('keeps its place and its structure from being deleted', async () => {
    await insert('Referral', referral)
    await client.query('SAVEPOINT here')
    for (const gone of [`DELETE FROM "Place" WHERE id = 'adp-1'`, `DELETE FROM "Organisation"`]) {
      await expect(client.query(gone)).rejects.toThrow('Referral_')
      await client.query('ROLLBACK TO here')
    }
  })

  test('is asked by e-mail once the last account of its place is gone', async () => {
    await client.query(`UPDATE "Place" SET emails = '{accueil@example.org}' WHERE id = 'adp-1'`)
    await insert('User', { id: 'u2', email: 'b@example.org', name: 'B', updatedAt: '2026-11-22' })
    for (const [id, userId] of [
      [hubId, 'u1'],
      [sourceId, 'u2'],
    ]) {
      await insert('Membership', { id, userId, role: 'PLACE_EDITOR', placeId: 'adp-1' })
    }
    await insert('Referral', referral)
    await insert('Referral', { ...closedReferral, id: sourceId, code: 'ABCDEFGH' })
    const emails = async () =>
      (await client.query('SELECT email FROM "Referral" ORDER BY code')).rows.map(({ email }) => email)
    await client.query(`DELETE FROM "Membership" WHERE "userId" = 'u1'`)
    expect(await emails()).toEqual([null, null])
    await client.query(`DELETE FROM "User" WHERE id = 'u2'`)
    expect(await emails()).toEqual([null, 'accueil@example.org'])
  })
})

describe('the database accepts', () => {
  test('each of the rows above without its fault', async () => {
    await insert('Place', { ...secondPlace, summary: 'é'.repeat(280), phone: '+33254000000', pivot: '13000610900018' })
    await insert('Membership', { id: hubId, ...membership })
    await insert('Membership', { id: sourceId, userId: 'u1', role: 'HELPER', organisationId })
    await insert('ImportRun', { id: hubId, ...run, ...counts })
    await insert('Source', { ...refreshed, mapping: '{}' })
    await insert('Referral', { ...referral, email: 'a@example.org', appointmentLength: 60 })
    await insert('Referral', { ...closedReferral, id: sourceId, code: 'ABCDEFGH', erasedAt: '2026-11-22' })
    await insert('ReferralEvent', { ...referralEvent, ...sealed })
    await insert('ReferralPerson', { referralId: hubId, ...sealed })
    await insert('ReferralNeed', { referralId: hubId, ...sealed })
    await insert('VoucherBooklet', { ...booklet, used: 5 })
    await insert('JoinRequest', { ...joining, userId: 'u1', confirmedAt: '2026-11-22' })
    await insert('Invitation', { ...invitation, role: 'HELPER', hubId: null, organisationId })
  })

  test('a place whose position then follows its coordinates', async () => {
    await client.query(`UPDATE "Place" SET longitude = 2.336 WHERE id = 'adp-1'`)
    const { rows } = await client.query<{ metres: number }>(
      `SELECT ground_metres(position <-> earth_position(47.586, 2.336)) AS metres FROM "Place" WHERE id = 'adp-1'`,
    )
    expect(rows[0]?.metres).toBeCloseTo(0, 3)
  })

  test('a place whose words then follow its name and its commune', async () => {
    await client.query(`UPDATE "Place" SET name = 'École d’été' WHERE id = 'adp-1'`)
    const { rows } = await client.query<{ searchText: string }>(`SELECT "searchText" FROM "Place" WHERE id = 'adp-1'`)
    expect(rows[0]?.searchText).toBe('ecole d ete blois 41000')
  })
})

test('several relations of a row read in a transaction are asked for one after the other', async () => {
  const warnings: string[] = []
  const listen = ({ message }: Error) => warnings.push(message)
  process.on('warning', listen)
  const { id } = await db.hub.create({ data: { slug: 'relations', name: 'Relations', latitude: 47, longitude: 1 } })
  const relations = { departments: true, partners: true, memberships: true } as const
  await db.$transaction((tx) => tx.hub.findUniqueOrThrow({ where: { id }, include: relations }))
  await new Promise(setImmediate)
  process.off('warning', listen)
  expect(warnings).toEqual([])
})
