import type { Transaction } from '@/lib/db'

/**
 * The four Fabriques numériques de territoire of Centre-Val de Loire. Their names and towns are public (list of
 * the Fabriques de territoire, ANCT, Licence Ouverte 2.0); their street, hours and phone are left to say, and
 * their position is that of their town or quarter. Helping with digital tools is what the label asks of each.
 */
const fabriques = [
  { name: 'Centre Socio Educatif', communeCode: '28229', postcode: '28300', address: 'Adresse à préciser' },
  { name: 'Maison de Bégon', communeCode: '41018', postcode: '41000', address: 'Adresse à préciser' },
  { name: 'Fabrique d’Usages Numériques', communeCode: '37261', postcode: '37000', address: 'Adresse à préciser' },
  {
    name: 'Espace Numérique ACTION',
    communeCode: '45234',
    postcode: '45100',
    address: 'Quartier de La Source',
    position: { latitude: 47.84, longitude: 1.93 },
  },
]

/** Adds the Fabriques; their communes must be there. */
export async function seedFabriques(tx: Transaction): Promise<void> {
  for (const { position, ...fabrique } of fabriques) {
    const commune = await tx.commune.findUniqueOrThrow({
      where: { code: fabrique.communeCode },
      select: { latitude: true, longitude: true },
    })
    const { latitude, longitude } = position ?? commune
    if (latitude === null || longitude === null) throw new Error(`${fabrique.name} has no position.`)
    await tx.place.create({
      data: {
        ...fabrique,
        kind: 'FABRIQUE',
        latitude,
        longitude,
        precision: 'COMMUNE',
        typologies: ['TIERS_LIEUX'],
        labels: ['FABRIQUES_DE_TERRITOIRE'],
        collectedBy: 'ANCT',
        summary:
          'Une Fabrique numérique de territoire : un lieu ouvert à tous pour apprendre à se servir du numérique.',
        services: { create: [{ service: 'EVERYDAY_DIGITAL_TOOLS' }] },
        status: 'PUBLISHED',
        recordDate: new Date('2024-01-31'),
        publishedAt: new Date('2024-01-31'),
      },
    })
  }
}
