import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })

const hub = '11111111-1111-4111-8111-111111111111'
const organisation = '22222222-2222-4222-8222-222222222222'
const source = '33333333-3333-4333-8333-333333333333'

const place = {
  id: 'adp-1',
  kind: 'MEDIATION',
  name: 'Médiathèque',
  address: '1 rue de la Paix',
  postcode: '41000',
  communeCode: '41018',
  latitude: 47.586,
  longitude: 1.336,
  precision: 'ADDRESS',
  updatedAt: '2026-11-22',
}
const hubRow = { id: hub, slug: 'hub-centre', name: 'Hub', latitude: 47, longitude: 1, updatedAt: '2026-11-22' }
const run = { sourceId: source, fileName: 'a.csv', format: 'csv', report: '[]' }
const refreshed = {
  id: hub,
  slug: 'b-source',
  name: 'B',
  refreshUrl: 'https://example.org/lieux.csv',
  refreshDays: 7,
  nextRefresh: '2026-11-22',
}
const letter = { id: hub, key: 'k', to: 'a@example.org', subject: 'A', text: 'A' }
const counts = { rows: 5, added: 1, updated: 1, unchanged: 1, duplicates: 1, refused: 1 }

beforeAll(() => client.connect())
afterAll(() => client.end())

beforeEach(async () => {
  await client.query('BEGIN')
  await insert('Place', place)
  await insert('Hub', hubRow)
  await insert('Organisation', { id: organisation, name: 'CCAS' })
  await insert('Source', { id: source, slug: 'a-source', name: 'A source' })
  await insert('User', { id: 'u1', email: 'a@example.org', name: 'A', updatedAt: '2026-11-22' })
  return () => client.query('ROLLBACK')
})

async function insert(table: string, row: Record<string, unknown>) {
  const columns = Object.keys(row).map((name) => `"${name}"`)
  const marks = columns.map((_, index) => `$${index + 1}`)
  await client.query(`INSERT INTO "${table}" (${columns}) VALUES (${marks})`, Object.values(row))
}

type Refusal = [fact: string, constraint: string, table: string, row: Record<string, unknown>]

const asked = {
  id: hub,
  placeId: 'adp-1',
  email: 'a@example.org',
  letterId: hub,
  askedOn: '2026-11-22',
  messages: 1,
  lastMessageOn: '2026-11-22',
}
const proposed = { id: hub, placeId: 'adp-1', origin: 'STRUCTURE', version: 1, changes: '{"phone": null}' }
const secondPlace = { ...place, id: 'adp-2' }
const membership = { userId: 'u1', role: 'HUB_COORDINATOR', hubId: hub }

const invitation = {
  id: source,
  email: 'b@example.org',
  role: 'HUB_COORDINATOR',
  hubId: hub,
  tokenHash: '0'.repeat(64),
  expiresAt: '2026-12-06',
}

const passkey = { id: source, userId: 'u1', credentialId: 'c', publicKey: '\\x00', name: 'Clé', transports: '{}' }

const referral = {
  id: hub,
  code: 'K7QF2M9X',
  organisationId: organisation,
  placeId: 'adp-1',
  services: '{EMPLOYMENT}',
  acts: 'PLACE',
  dueAt: '2026-11-24',
  nextStep: 'REMIND',
  nextStepAt: '2026-11-27',
  informedAt: '2026-11-22',
  agreedAt: '2026-11-22',
}
const nobodyActs = { acts: null, dueAt: null, nextStep: null, nextStepAt: null }
const closedReferral = { ...referral, ...nobodyActs, status: 'HELPED', closedAt: '2026-11-22' }
const workshop = { id: hub, placeId: 'adp-1', title: 'CV', service: 'EMPLOYMENT', updatedAt: '2026-11-22' }
const session = { id: hub, workshopId: hub, startsAt: '2026-11-22T10:00Z', endsAt: '2026-11-22T12:00Z' }
const booklet = { id: hub, referralId: hub, vouchers: 5, givenOn: '2026-11-22', expiresOn: '2026-11-22' }
const joining = {
  id: hub,
  email: 'b@example.org',
  name: 'B',
  structureName: 'CCAS',
  siret: '21410018600011',
  communeCode: '41018',
  tokenHash: '0'.repeat(64),
  expiresAt: '2026-11-25',
}
const referralEvent = { id: hub, referralId: hub, action: 'MESSAGE', side: 'HELPER', status: 'SENT' }
const sealed = { sealed: Buffer.alloc(40), keyId: 'k' }

const refusals: Refusal[] = [
  ['an application without a secret', 'totp_secret', 'Totp', { userId: 'u1' }],
  ['codes before 1970', 'totp_step', 'Totp', { userId: 'u1', secret: 's', lastStep: -1 }],
  ['a passkey without a key', 'passkey_key', 'Passkey', { ...passkey, publicKey: '' }],
  ['a passkey without a name', 'passkey_name', 'Passkey', { ...passkey, name: ' ' }],
  ['a passkey used fewer than no times', 'passkey_counter', 'Passkey', { ...passkey, counter: -1 }],
  ['a backup code as it is typed', 'backup_code_hash', 'BackupCode', { userId: 'u1', hash: 'abcde-fghjk' }],
  [
    'a département with an unknown form of code',
    'department_code',
    'Department',
    { code: '100', name: 'X', timeZone: 'Europe/Paris', regionCode: '24' },
  ],
  [
    'a commune with a postcode for a code',
    'commune_code',
    'Commune',
    { code: '4101', name: 'X', searchName: 'x', departmentCode: '41' },
  ],
  [
    'a commune of fewer than nobody',
    'commune_population',
    'Commune',
    { code: '41999', name: 'X', searchName: 'x', departmentCode: '41', population: -1 },
  ],
  [
    'a commune with half a position',
    'commune_position',
    'Commune',
    { code: '41999', name: 'X', searchName: 'x', departmentCode: '41', latitude: 47 },
  ],
  [
    'a commune off the globe',
    'commune_position',
    'Commune',
    {
      code: '41999',
      name: 'X',
      searchName: 'x',
      departmentCode: '41',
      latitude: 91,
      longitude: 1,
      precision: 'COMMUNE',
    },
  ],
  ['a hub whose slug is no slug', 'hub_slug', 'Hub', { ...hubRow, id: organisation, slug: 'Hub Centre' }],
  ['a hub off the globe', 'hub_position', 'Hub', { ...hubRow, id: organisation, slug: 'b', longitude: 181 }],
  ['a negative grant', 'hub_grant', 'Hub', { ...hubRow, id: organisation, slug: 'b', grantEuros: -1 }],
  [
    'a hub that ends before it is founded',
    'hub_dates',
    'Hub',
    { ...hubRow, id: organisation, slug: 'b', foundedOn: '2024-01-02', endedOn: '2024-01-01' },
  ],
  ['a place with an outside id', 'place_id', 'Place', { ...place, id: '1234' }],
  ['a place numbered from zero', 'place_id', 'Place', { ...place, id: 'adp-0' }],
  ['a place whose name is blank', 'place_name', 'Place', { ...secondPlace, name: '  ' }],
  ['a place whose name is a page', 'place_name', 'Place', { ...secondPlace, name: 'a'.repeat(301) }],
  ['a pivot with spaces', 'place_pivot', 'Place', { ...secondPlace, pivot: '130 006 109' }],
  ['a postcode that lost its zero', 'place_postcode', 'Place', { ...secondPlace, postcode: '1000' }],
  ['a place beyond the pole', 'place_latitude', 'Place', { ...secondPlace, latitude: 90.1 }],
  ['a place beyond the antimeridian', 'place_longitude', 'Place', { ...secondPlace, longitude: -180.1 }],
  ['a place at 0,0', 'place_not_null_island', 'Place', { ...secondPlace, latitude: 0, longitude: 0 }],
  ['a place whose latitude is not a number', 'place_latitude', 'Place', { ...secondPlace, latitude: Number.NaN }],
  ['a phone as people write it', 'place_phone', 'Place', { ...secondPlace, phone: '02 54 00 00 00' }],
  ['a summary of 281 characters', 'place_summary', 'Place', { ...secondPlace, summary: 'é'.repeat(281) }],
  ['a version before the first', 'place_version', 'Place', { ...secondPlace, version: 0 }],
  ['a published place without its date', 'place_published', 'Place', { ...secondPlace, status: 'PUBLISHED' }],
  ['a place of no commune', 'Place_communeCode_fkey', 'Place', { ...secondPlace, communeCode: '99999' }],
  [
    'a programme that ends before it starts',
    'place_programme_dates',
    'PlaceProgramme',
    { placeId: 'adp-1', programme: 'PIX', since: '2024-01-02', until: '2024-01-01' },
  ],
  [
    'a programme with a note without words',
    'place_programme_note',
    'PlaceProgramme',
    { placeId: 'adp-1', programme: 'PIX', note: '' },
  ],
  [
    'a label that ends before it starts',
    'place_label_dates',
    'PlaceLabel',
    { placeId: 'adp-1', label: 'DUPLEX', since: '2024-01-02', until: '2024-01-01' },
  ],
  [
    'a label with a note without words',
    'place_label_note',
    'PlaceLabel',
    { placeId: 'adp-1', label: 'DUPLEX', note: '' },
  ],
  [
    'a closure that ends before it starts',
    'place_closure_dates',
    'PlaceClosure',
    { id: hub, placeId: 'adp-1', from: '2024-01-02', to: '2024-01-01' },
  ],
  [
    'a closure for a reason without words',
    'place_closure_reason',
    'PlaceClosure',
    { id: hub, placeId: 'adp-1', from: '2024-01-02', to: '2024-01-02', reason: '' },
  ],
  [
    'a revision before the first version',
    'revision_version',
    'PlaceRevision',
    { id: hub, placeId: 'adp-1', version: 0, before: '{}', after: '{}' },
  ],
  ['an alias of oneself', 'alias_is_another', 'PlaceAlias', { id: 'adp-1', placeId: 'adp-1' }],
  ['an import that loses a row', 'import_counts', 'ImportRun', { id: hub, ...run, ...counts, refused: 0 }],
  [
    'an import with a negative count',
    'import_counts',
    'ImportRun',
    { id: hub, ...run, ...counts, added: -1, updated: 3 },
  ],
  [
    'a source read from a file of the machine',
    'source_refresh_url',
    'Source',
    { ...refreshed, refreshUrl: 'file:///etc' },
  ],
  ['a source read twice a day', 'source_refresh_days', 'Source', { ...refreshed, refreshDays: 0 }],
  ['a source read again from nowhere', 'source_refresh_whole', 'Source', { ...refreshed, refreshUrl: null }],
  ['a mapping that is a list', 'source_mapping', 'Source', { ...refreshed, mapping: '[]' }],
  ['a need that nothing answers', 'need_answer', 'Need', { id: 'essai', name: 'Essai', updatedAt: '2026-01-01' }],
  [
    'a need whose id is no slug',
    'need_id',
    'Need',
    { id: 'Un essai', name: 'Essai', services: '{EMPLOYMENT}', updatedAt: '2026-01-01' },
  ],
  [
    'a need of one letter',
    'need_name',
    'Need',
    { id: 'essai', name: 'E', services: '{EMPLOYMENT}', updatedAt: '2026-01-01' },
  ],
  ['a term of one letter', 'need_term_text', 'NeedTerm', { needId: 'cv', text: 'x', folded: 'x' }],
  ['a term that says nothing', 'need_term_folded', 'NeedTerm', { needId: 'cv', text: '?!', folded: '' }],
  [
    'a term in a language that no page speaks',
    'need_term_language',
    'NeedTerm',
    { needId: 'cv', language: 'de', text: 'Lebenslauf', folded: 'lebenslauf' },
  ],
  ['a term that says two needs', 'NeedTerm_folded_key', 'NeedTerm', { needId: 'caf', text: 'CV', folded: 'cv' }],
  ['a SIRET of nine digits', 'organisation_siret', 'Organisation', { id: hub, name: 'X', siret: '130006109' }],
  ['a coordinator of no hub', 'membership_scope', 'Membership', { id: hub, ...membership, hubId: null }],
  [
    'a coordinator of a place',
    'membership_scope',
    'Membership',
    { id: hub, ...membership, hubId: null, placeId: 'adp-1' },
  ],
  [
    'a coordinator of a hub and a place',
    'membership_scope',
    'Membership',
    { id: hub, ...membership, placeId: 'adp-1' },
  ],
  [
    'a national administrator of one hub',
    'membership_scope',
    'Membership',
    { id: hub, ...membership, role: 'NATIONAL_ADMIN' },
  ],
  ['a place editor of a hub', 'membership_scope', 'Membership', { id: hub, ...membership, role: 'PLACE_EDITOR' }],
  [
    'a helper without an organisation',
    'membership_scope',
    'Membership',
    { id: hub, ...membership, role: 'HELPER', hubId: null },
  ],
  ['an invitation to nobody', 'invitation_email', 'Invitation', { ...invitation, email: 'nobody' }],
  ['an invitation to coordinate no hub', 'invitation_scope', 'Invitation', { ...invitation, hubId: null }],
  [
    'an invitation to edit the places of a hub',
    'invitation_scope',
    'Invitation',
    { ...invitation, role: 'PLACE_EDITOR' },
  ],
  ['an invitation to help', 'invitation_scope', 'Invitation', { ...invitation, role: 'HELPER', hubId: null }],
  ['an invitation that tells its link', 'invitation_token', 'Invitation', { ...invitation, tokenHash: 'secret' }],
  ['an invitation never sent', 'invitation_sent', 'Invitation', { ...invitation, sent: 0 }],
  [
    'an invitation accepted and cancelled',
    'invitation_once',
    'Invitation',
    { ...invitation, acceptedAt: '2026-11-22', revokedAt: '2026-11-22' },
  ],
  [
    'two users whose e-mails differ by case',
    'User_email_key',
    'User',
    { id: 'u2', email: 'A@Example.org', name: 'B', updatedAt: '2026-11-22' },
  ],
  ['a view without a name', 'view_name', 'SavedView', { id: hub, userId: 'u1', name: ' ', query: '' }],
  [
    'a view of a page of text',
    'view_query',
    'SavedView',
    { id: hub, userId: 'u1', name: 'A', query: 'a'.repeat(2001) },
  ],
  ['a bulk edit that says nothing', 'bulk_edit_change', 'BulkEdit', { id: hub, change: 'status' }],
  [
    'a bulk edit of referrals that says neither yes nor no',
    'bulk_edit_change',
    'BulkEdit',
    { id: hub, change: 'referrals' },
  ],
  ['the undoing of no bulk edit', 'bulk_edit_undo', 'BulkEdit', { id: hub, change: 'undo' }],
  ['a bulk edit over at no time', 'bulk_edit_ended', 'BulkEdit', { id: hub, change: 'unassign', status: 'DONE' }],
  ['mail to no address', 'mail_to', 'OutboxMail', { ...letter, to: 'nobody' }],
  ['a subject that begins another header', 'mail_subject', 'OutboxMail', { ...letter, subject: 'A\r\nBcc: b@c' }],
  ['mail that says nothing', 'mail_text', 'OutboxMail', { ...letter, text: ' ' }],
  ['sent mail that is still read here', 'mail_text', 'OutboxMail', { ...letter, status: 'SENT', sentAt: '2026-11-22' }],
  ['mail sent at no time', 'mail_sent', 'OutboxMail', { ...letter, text: '', status: 'SENT' }],
  ['mail set aside for no reason', 'mail_abandoned', 'OutboxMail', { ...letter, status: 'ABANDONED' }],
  ['a sweep past its end', 'sweep_progress', 'DuplicateSweep', { id: hub, progress: 1.1 }],
  [
    'a sweep that ended and found nothing, not even none',
    'sweep_finished',
    'DuplicateSweep',
    { id: hub, finishedAt: '2026-11-22' },
  ],
  ['a hub that never asks', 'hub_confirm_after', 'Hub', { ...hubRow, id: source, slug: 'x', confirmAfterMonths: 0 }],
  [
    'a hub that withdraws listings before they say that nobody confirmed them',
    'hub_hold_after',
    'Hub',
    { ...hubRow, id: source, slug: 'x', holdAfterMonths: 2 },
  ],
  ['a confirmation asked of no address', 'confirmation_email', 'ConfirmationRequest', { ...asked, email: 'nobody' }],
  ['a fourth message', 'confirmation_messages', 'ConfirmationRequest', { ...asked, messages: 4 }],
  ['messages to nobody', 'confirmation_told', 'ConfirmationRequest', { ...asked, email: null, letterId: null }],
  ['a message that the outbox cannot name', 'confirmation_letter', 'ConfirmationRequest', { ...asked, letterId: null }],
  ['an answer at no time', 'confirmation_closed', 'ConfirmationRequest', { ...asked, outcome: 'CONFIRMED' }],
  ['a code that is misread', 'referral_code', 'Referral', { ...referral, code: 'K7QF2M9O' }],
  ['a referral asked of no address', 'referral_email', 'Referral', { ...referral, email: 'nobody' }],
  ['a referral before its first version', 'referral_version', 'Referral', { ...referral, version: 0 }],
  ['a referral for nothing', 'referral_services', 'Referral', { ...referral, services: '{}' }],
  ['a referral that is over and is not', 'referral_closed', 'Referral', { ...referral, status: 'HELPED' }],
  ['a referral that ended while it waits', 'referral_closed', 'Referral', { ...closedReferral, status: 'SENT' }],
  ['a referral that waits for nobody', 'referral_owned', 'Referral', { ...referral, ...nobodyActs }],
  ['one that waits for somebody without a day', 'referral_owned', 'Referral', { ...referral, dueAt: null }],
  ['one that time forgets', 'referral_owned', 'Referral', { ...referral, nextStep: null, nextStepAt: null }],
  ['one that waits for the product itself', 'referral_owned', 'Referral', { ...referral, acts: 'SYSTEM' }],
  ['one that waits once it is over', 'referral_owned', 'Referral', { ...closedReferral, acts: 'PLACE' }],
  ['a refusal without a reason', 'referral_refusal', 'Referral', { ...referral, status: 'REFUSED' }],
  ['an appointment at no time', 'referral_appointment', 'Referral', { ...referral, status: 'APPOINTMENT' }],
  ['an appointment of a day', 'referral_appointment_length', 'Referral', { ...referral, appointmentLength: 1440 }],
  ['agreement before being told', 'referral_agreed', 'Referral', { ...referral, agreedAt: '2026-11-21' }],
  ['a referral redirected to itself', 'referral_not_itself', 'Referral', { ...referral, redirectedFromId: hub }],
  ['an open referral erased', 'referral_erased_closed', 'Referral', { ...referral, erasedAt: '2026-11-22' }],
  ['fewer seats taken than none', 'workshop_other_seats', 'Workshop', { ...workshop, otherSeats: -1 }],
  ['a workshop before its first version', 'workshop_version', 'Workshop', { ...workshop, version: 0 }],
  [
    'a session that takes seats back',
    'workshop_session_other_seats',
    'WorkshopSession',
    { ...session, otherSeats: -1 },
  ],
  ['fewer walk-ins than none', 'workshop_session_walk_ins', 'WorkshopSession', { ...session, walkIns: -1 }],
  ['a session before its first version', 'workshop_session_version', 'WorkshopSession', { ...session, version: 0 }],
  ['a booklet of 40 €', 'booklet_vouchers', 'VoucherBooklet', { ...booklet, vouchers: 4 }],
  ['a booklet of 110 €', 'booklet_vouchers', 'VoucherBooklet', { ...booklet, vouchers: 11 }],
  ['more sessions than vouchers', 'booklet_used', 'VoucherBooklet', { ...booklet, used: 6 }],
  ['fewer sessions than none', 'booklet_used', 'VoucherBooklet', { ...booklet, used: -1 }],
  ['a booklet that ended before it began', 'booklet_days', 'VoucherBooklet', { ...booklet, expiresOn: '2026-11-21' }],
  ['a helper without an address', 'join_request_email', 'JoinRequest', { ...joining, email: 'nobody' }],
  ['a helper of no structure', 'join_request_siret', 'JoinRequest', { ...joining, siret: '130006109' }],
  ['a request that tells its link', 'join_request_token', 'JoinRequest', { ...joining, tokenHash: 'secret' }],
  ['a request confirmed by nobody', 'join_request_confirmed', 'JoinRequest', { ...joining, confirmedAt: '2026-11-22' }],
  ['words without their key', 'referral_event_key', 'ReferralEvent', { ...referralEvent, ...sealed, keyId: null }],
  ['words in clear', 'referral_event_sealed', 'ReferralEvent', { ...referralEvent, ...sealed, sealed: 'Amélie' }],
  ['a name in clear', 'referral_person_sealed', 'ReferralPerson', { referralId: hub, ...sealed, sealed: 'Amélie' }],
  ['a need in clear', 'referral_need_sealed', 'ReferralNeed', { referralId: hub, ...sealed, sealed: 'Impôts' }],
  [
    'a profession of who helps nobody',
    'membership_profession',
    'Membership',
    { id: hub, ...membership, profession: 'A' },
  ],
  ['a proposal that says nothing', 'proposal_said', 'Proposal', { ...proposed, changes: '{}' }],
  ['a file’s proposal without its file', 'proposal_source', 'Proposal', { ...proposed, origin: 'IMPORT' }],
  ['an answered proposal at no time', 'proposal_handled', 'Proposal', { ...proposed, status: 'ACCEPTED' }],
]

describe('the database refuses', () => {
  test.each(refusals)('%s', async (_, constraint, table, row) => {
    await expect(insert(table, row)).rejects.toMatchObject({ constraint })
  })

  test('the same role twice', async () => {
    await insert('Membership', { id: hub, ...membership })
    await expect(insert('Membership', { id: source, ...membership })).rejects.toMatchObject({
      constraint: 'membership_once',
    })
  })

  test('the same invitation twice while it waits', async () => {
    await insert('Invitation', { ...invitation, revokedAt: '2026-11-22' })
    await insert('Invitation', { ...invitation, id: hub, tokenHash: '1'.repeat(64) })
    const again = insert('Invitation', { ...invitation, id: organisation, tokenHash: '2'.repeat(64) })
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
    await insert('PlaceRevision', { id: hub, placeId: 'adp-1', version: 2, before: '{}', after: '{}' })
    const rewriting = client.query(`UPDATE "PlaceRevision" SET after = '{"name": "X"}'`)
    await expect(rewriting).rejects.toThrow('a revision is never rewritten')
  })
})

describe('a referral', () => {
  test('has a code of its own, and is sent on once', async () => {
    await insert('Referral', referral)
    const other = { ...referral, id: source }
    await client.query('SAVEPOINT here')
    await expect(insert('Referral', other)).rejects.toMatchObject({ constraint: 'Referral_code_key' })
    await client.query('ROLLBACK TO here')
    await insert('Referral', { ...other, code: 'ABCDEFGH', redirectedFromId: hub })
    const again = insert('Referral', { ...other, id: organisation, code: 'ABCDEFGJ', redirectedFromId: hub })
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
      [hub, 'u1'],
      [source, 'u2'],
    ]) {
      await insert('Membership', { id, userId, role: 'PLACE_EDITOR', placeId: 'adp-1' })
    }
    await insert('Referral', referral)
    await insert('Referral', { ...closedReferral, id: source, code: 'ABCDEFGH' })
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
    await insert('Membership', { id: hub, ...membership })
    await insert('Membership', { id: source, userId: 'u1', role: 'HELPER', organisationId: organisation })
    await insert('ImportRun', { id: hub, ...run, ...counts })
    await insert('Source', { ...refreshed, mapping: '{}' })
    await insert('Referral', { ...referral, email: 'a@example.org', appointmentLength: 60 })
    await insert('Referral', { ...closedReferral, id: source, code: 'ABCDEFGH', erasedAt: '2026-11-22' })
    await insert('ReferralEvent', { ...referralEvent, ...sealed })
    await insert('ReferralPerson', { referralId: hub, ...sealed })
    await insert('ReferralNeed', { referralId: hub, ...sealed })
    await insert('VoucherBooklet', { ...booklet, used: 5 })
    await insert('JoinRequest', { ...joining, userId: 'u1', confirmedAt: '2026-11-22' })
    await insert('Invitation', { ...invitation, role: 'HELPER', hubId: null, organisationId: organisation })
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
