/** A published place of Blois, as it stands in its table. */
export const storedPlace = {
  kind: 'MEDIATION',
  status: 'PUBLISHED',
  publishedAt: new Date('2026-11-22'),
  name: 'Lieu',
  address: '1 rue de la Paix',
  postcode: '41000',
  communeCode: '41018',
  latitude: 47.586,
  longitude: 1.336,
  precision: 'ADDRESS',
} as const
