// Rows as they are inserted, which the database takes.

export const hubId = '11111111-1111-4111-8111-111111111111'
export const organisationId = '22222222-2222-4222-8222-222222222222'
export const sourceId = '33333333-3333-4333-8333-333333333333'

export const place = {
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
export const secondPlace = { ...place, id: 'adp-2' }
export const hubRow = {
  id: hubId,
  slug: 'hub-centre',
  name: 'Hub',
  latitude: 47,
  longitude: 1,
  updatedAt: '2026-11-22',
}
export const run = { sourceId, fileName: 'a.csv', format: 'csv', report: '[]' }
export const counts = { rows: 5, added: 1, updated: 1, unchanged: 1, duplicates: 1, refused: 1 }
export const refreshed = {
  id: hubId,
  slug: 'b-source',
  name: 'B',
  refreshUrl: 'https://example.org/lieux.csv',
  refreshDays: 7,
  nextRefresh: '2026-11-22',
}
export const letter = { id: hubId, key: 'k', to: 'a@example.org', subject: 'A', text: 'A' }
export const asked = {
  id: hubId,
  placeId: 'adp-1',
  email: 'a@example.org',
  letterId: hubId,
  askedOn: '2026-11-22',
  messages: 1,
  lastMessageOn: '2026-11-22',
}
export const proposed = { id: hubId, placeId: 'adp-1', origin: 'STRUCTURE', version: 1, changes: '{"phone": null}' }
export const membership = { userId: 'u1', role: 'HUB_COORDINATOR', hubId }
export const invitation = {
  id: sourceId,
  email: 'b@example.org',
  role: 'HUB_COORDINATOR',
  hubId,
  tokenHash: '0'.repeat(64),
  expiresAt: '2026-12-06',
}
export const passkey = {
  id: sourceId,
  userId: 'u1',
  credentialId: 'c',
  publicKey: '\\x00',
  name: 'Clé',
  transports: '{}',
}
export const joining = {
  id: hubId,
  email: 'b@example.org',
  name: 'B',
  structureName: 'CCAS',
  siret: '21410018600011',
  communeCode: '41018',
  tokenHash: '0'.repeat(64),
  expiresAt: '2026-11-25',
}
export const referral = {
  id: hubId,
  code: 'K7QF2M9X',
  organisationId,
  placeId: 'adp-1',
  services: '{EMPLOYMENT}',
  acts: 'PLACE',
  dueAt: '2026-11-24',
  nextStep: 'REMIND',
  nextStepAt: '2026-11-27',
  informedAt: '2026-11-22',
  agreedAt: '2026-11-22',
}
export const nobodyActs = { acts: null, dueAt: null, nextStep: null, nextStepAt: null }
export const closedReferral = { ...referral, ...nobodyActs, status: 'HELPED', closedAt: '2026-11-22' }
export const referralEvent = { id: hubId, referralId: hubId, action: 'MESSAGE', side: 'HELPER', status: 'SENT' }
export const sealed = { sealed: Buffer.alloc(40), keyId: 'k' }
export const workshop = { id: hubId, placeId: 'adp-1', title: 'CV', service: 'EMPLOYMENT', updatedAt: '2026-11-22' }
export const session = { id: hubId, workshopId: hubId, startsAt: '2026-11-22T10:00Z', endsAt: '2026-11-22T12:00Z' }
export const booklet = { id: hubId, referralId: hubId, vouchers: 5, givenOn: '2026-11-22', expiresOn: '2026-11-22' }
