import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openSourceFile } from '@/lib/open-data/source-file'
import { workbook } from '@/tests/support/workbook'
import { openTable } from '../table/open-table'
import { missingIn } from './completeness'
import { guessMapping } from './guess'
import { mappedRow } from './mapped-row'

async function guess(lines: string) {
  const table = await openTable(Buffer.from(lines))
  const guessed = guessMapping(table)
  const records = []
  for await (const row of table.rows()) {
    const read = mappedRow(row, guessed.mapping)
    records.push('record' in read ? Object.fromEntries(read.record) : read.error)
  }
  const read = Object.fromEntries(Object.entries(guessed.mapping.fields).map(([field, from]) => [field, from.columns]))
  return { ...guessed, read, records }
}

describe('guessMapping', () => {
  it.each([
    [
      'Intitulé;Adr.;CP;Ville;Tél.;Mél;Site',
      'A;1 rue B;41000;Blois;02 54 00 00 00;a@example.org;www.example.org',
      ['nom', 'adresse', 'code_postal', 'commune', 'telephone', 'courriels', 'site_web'],
    ],
    [
      'RAISON_SOCIALE;ADRESSE_1;CODE_POST;COMMUNE;N° SIRET;E-MAIL',
      'A;1 rue B;41000;Blois;13000610900016;a@example.org',
      ['nom', 'adresse', 'code_postal', 'commune', 'pivot', 'courriels'],
    ],
    [
      'Name;Street address;ZIP;City;Phone number;Website;Opening hours',
      'A;1 rue B;41000;Blois;0254000000;https://example.org;Mo-Fr 09:00-12:00',
      ['nom', 'adresse', 'code_postal', 'commune', 'telephone', 'site_web', 'horaires'],
    ],
    [
      'nomStructure;codePostal;nomCommune;codeInsee;lat;lng',
      'A;41000;Blois;41018;47.586;1.336',
      ['nom', 'code_postal', 'commune', 'code_insee', 'latitude', 'longitude'],
    ],
    ['Dénomination;Localité;Coordonnées GPS', 'A;Blois;47.586, 1.336', ['nom', 'commune', 'coordonnees']],
    [
      'Nom de la structure;Adresse complète;Horaires lundi;Mardi',
      'A;1 rue B, 41000 Blois;9h-12h;9h-12h',
      ['nom', 'adresse_complete', 'h_lundi', 'h_mardi'],
    ],
    [
      'Établissement;Ville;Dernière mise à jour;Structure porteuse;Type de structure;Description',
      'A;Blois;12/05/2026;CCAS;CCAS;Un lieu',
      ['nom', 'commune', 'date_maj', 'structure_parente', 'typologie', 'presentation_detail'],
    ],
  ])('knows the columns of %s', async (header, row, fields) => {
    const { read, mapping, unread } = await guess(`${header}\n${row}\n`)
    expect(Object.keys(read).sort()).toEqual([...fields].sort())
    expect(Object.fromEntries(fields.map((field, index) => [field, [header.split(';')[index]]]))).toEqual(read)
    expect(unread).toEqual([])
    expect(missingIn(mapping)).toEqual([])
  })

  it('knows columns without names by what they hold', async () => {
    const { read, guesses } = await guess(
      'Espace A;12 rue de la Paix;41000;a@example.org;02 54 00 00 00;https://example.org;13000610900016\nEspace B;3 avenue du Lac;37000;b@example.org;02 47 00 00 00;https://example.com;13000610900016\n',
    )
    expect(read).toEqual({
      adresse: ['Colonne B'],
      code_postal: ['Colonne C'],
      courriels: ['Colonne D'],
      telephone: ['Colonne E'],
      site_web: ['Colonne F'],
      pivot: ['Colonne G'],
    })
    expect(guesses.courriels).toEqual({
      confidence: 'probable',
      reason: 'Les valeurs sont des adresses électroniques.',
    })
  })

  it('believes no name that the values contradict', async () => {
    const { read } = await guess('Site;Ville;Nom;Prénom\nMédiathèque;Blois;Dupont;Anne\nCCAS;Tours;Martin;Luc\n')
    expect(read.site_web).toBeUndefined()
    expect(read.nom).toBeUndefined()
  })

  it('reads a grid of crosses as the values that its columns name', async () => {
    const { records, read } = await guess(
      'Nom;Ville;Accès internet;Démarches administratives;Seniors;Gratuit ?;Aidants Connect;Atelier collectif\nA;Blois;x;;Oui;oui;1;X\nB;Tours;;x;non;non;0;\n',
    )
    expect(records[0]).toMatchObject({
      services: ['Accès internet et matériel informatique'],
      publics_specifiquement_adresses: ['Seniors'],
      frais_a_charge: ['Gratuit'],
      dispositif_programmes_nationaux: ['Aidants Connect'],
      modalites_accompagnement: ['Dans un atelier collectif'],
    })
    expect(records[1]).toEqual({ nom: 'B', commune: 'Tours', services: ['Aide aux démarches administratives'] })
    expect(read.services).toEqual([])
  })

  it('proposes national values for the words of a file, and leaves those that it does not know', async () => {
    const { mapping, records } = await guess(
      'Nom;Ville;Tarif;Thématiques\nA;Blois;Gratuité;Bureautique, Recherche d’emploi\nB;Tours;10 euros;Jardinage\nC;Tours;Payant;Aide aux démarches administratives\n',
    )
    expect(mapping.fields.frais_a_charge?.values).toEqual({ gratuite: ['Gratuit'], '10-euros': ['Payant'] })
    expect(mapping.fields.services?.values).toEqual({
      bureautique: ['Maîtrise des outils numériques du quotidien'],
      'recherche-d-emploi': ['Insertion professionnelle via le numérique'],
    })
    expect(records.map((record) => (record as { services: unknown }).services)).toEqual([
      ['Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique'],
      ['Jardinage'],
      ['Aide aux démarches administratives'],
    ])
  })

  it('proposes nothing for what is said not to be', async () => {
    const { mapping } = await guess(
      'Nom;Ville;Tarif;Services;Publics\nA;Blois;non gratuit;Pas d’accès internet;Tout public sauf enfants\nB;Blois;non payant;Wifi;Personnes non voyantes\n',
    )
    expect(mapping.fields.frais_a_charge?.values).toEqual({ 'non-payant': ['Gratuit'] })
    expect(mapping.fields.services?.values).toEqual({ wifi: ['Accès internet et matériel informatique'] })
    expect(Object.keys(mapping.fields.publics_specifiquement_adresses?.values ?? {})).toEqual([])
  })

  it.each([
    ['Services', 'Bureautique pas à pas', ['Maîtrise des outils numériques du quotidien']],
    ['Services', 'Accompagner les personnes sans emploi', ['Insertion professionnelle via le numérique']],
    ['Services', 'Impression 3D', ['Loisirs et créations numériques']],
    ['Services', 'Aide aux professionnels', undefined],
    ['Services', 'Code de la route', undefined],
    ['Services', 'Réparation d’ordinateurs', undefined],
    ['Services', 'Photos d’identité', undefined],
    ['Services', 'Programmation culturelle', undefined],
    ['Services', 'Insertion sociale', undefined],
    ['Services', 'Base de loisirs', undefined],
    ['Services', 'Auto-école', undefined],
    ['Dispositif', 'Futur France Services', undefined],
    ['Dispositif', 'Conseiller numérique (poste vacant)', undefined],
    ['Dispositif', 'Partenaire de la CAF', undefined],
    ['Publics', 'Familles sans domicile', ['Familles et/ou enfants']],
    ['Publics', 'Seniors et jeunes', ['Seniors', 'Jeunes']],
    ['Publics', 'Étudiants / familles', ['Étudiants', 'Familles et/ou enfants']],
    ['Publics', '65 ans et +', ['Seniors']],
    ['Publics', 'Plus de 60 ans', ['Seniors']],
    ['Publics', 'Moins de 60 ans', undefined],
    ['Publics', 'De 18 à 65 ans', undefined],
    ['Publics', 'Hommes et femmes', undefined],
    ['Publics', 'Tout public (enfants et seniors)', undefined],
    ['Publics', 'Aidants de personnes âgées', undefined],
    ['Publics', 'Parents de jeunes enfants', ['Familles et/ou enfants']],
    ['Publics', 'Seniors ou étudiants, pas de jeunes', ['Seniors', 'Étudiants']],
    ['Tarif', 'Gratuit pour tous', ['Gratuit']],
    ['Tarif', 'Gratuit pour les habitants', ['Gratuit sous condition']],
    ['Tarif', 'Adhésion gratuite', undefined],
    ['Tarif', 'Accès gratuit : 0 euro', undefined],
    ['Tarif', 'Adhésion de 5 euros', ['Payant']],
    ['Accompagnement', 'Ateliers hors les murs', ['Dans un atelier collectif']],
    ['Accompagnement', 'Individuel ou en groupe', ['Dans un atelier collectif', 'Accompagnement individuel']],
    ['Accompagnement', 'Groupe scolaire', undefined],
    ['Accompagnement', 'Aide aux collectivités', undefined],
    ['Accompagnement', 'Accompagner vers l’autonomie', undefined],
    ['Accompagnement', 'Postes en autonomie', ['En autonomie']],
    ['Accompagnement', 'RDV à prendre en ligne', undefined],
    ['Modalités d’accès', 'Par mail ou téléphone', ['Téléphoner', 'Contacter par mail']],
  ])('proposes for %s what %s surely means', async (header, value, meaning) => {
    const { mapping } = await guess(`Nom;Ville;${header}\nA;Blois;"${value}"\n`)
    const field = Object.values(mapping.fields).find(({ columns }) => columns.includes(header))
    expect(field).toBeDefined()
    expect(Object.values(field?.values ?? {}).flat()).toEqual(meaning ?? [])
  })

  it('puts a street written in pieces together, and several columns of mail', async () => {
    const { records } = await guess(
      'Nom;N°;Type de voie;Nom de voie;CP;Ville;Mail 1;E-mail contact\nA;12;rue;de la Paix;41000;Blois;a@example.org;b@example.org\n',
    )
    expect(records[0]).toEqual({
      nom: 'A',
      adresse: '12 rue de la Paix',
      code_postal: '41000',
      commune: 'Blois',
      courriels: ['a@example.org', 'b@example.org'],
    })
  })

  it('puts the openings and closings of a day together', async () => {
    const { records } = await guess(
      'Nom;Ville;Lundi matin ouverture;Lundi matin fermeture;Lundi après-midi ouverture;Lundi après-midi fermeture\nA;Blois;9h;12h;14h;17h30\n',
    )
    expect(records[0]).toMatchObject({ h_lundi: '9h - 12h / 14h - 17h30' })
  })

  it.each([
    ['X;Y', '573000;6722000'],
    ['Coord. X (Lambert 93);Coord. Y (Lambert 93)', '573000;6722000'],
    ['Point géo;Vide', '573000 6722000;'],
  ])('turns the metres of %s into degrees', async (header, pair) => {
    const { mapping, records } = await guess(`Nom;Ville;${header}\nA;Blois;${pair}\n`)
    expect(mapping.projection).toBe('lambert-93')
    const { latitude, longitude } = records[0] as { latitude: string; longitude: string }
    expect(Number(latitude)).toBeCloseTo(47.59, 1)
    expect(Number(longitude)).toBeCloseTo(1.31, 1)
  })

  it.each([
    ['"lat,lon"', '47.586,1.336', 'latitude-first'],
    ['geo_point_2d', '47.586, 1.336', 'latitude-first'],
    ['geom', 'POINT(1.336 47.586)', 'longitude-first'],
    ['coordonnees', '1.336|47.586', 'longitude-first'],
  ])('tells which coordinate stands first in %s', async (header, pair, order) => {
    const { mapping, records } = await guess(`Nom;Ville;${header}\nA;Blois;"${pair}"\n`)
    expect(mapping.coordinateOrder).toBe(order)
    expect(records[0]).toMatchObject({ latitude: '47.586', longitude: '1.336' })
  })

  it('tells it in La Réunion too, and leaves metres of other projections to the addresses', async () => {
    expect((await guess('Nom;Ville;Coords GPS\nA;Saint-Denis;"-20.88, 55.45"\n')).mapping.coordinateOrder).toBe(
      'latitude-first',
    )
    const { guesses, records } = await guess('Nom;Ville;X;Y\nA;Blois;1700000;2200000\n')
    expect(guesses.latitude?.reason).toContain('projection que nous ne lisons pas')
    expect(records[0]).toMatchObject({ longitude: '1700000', latitude: '2200000' })
  })

  it.each(['france-services.csv', 'national.json'])('reads %s as its exact reader does, in any dress', async (name) => {
    const path = `tests/fixtures/${name}`
    const expected = []
    for await (const row of (await openSourceFile(path)).rows()) if ('record' in row) expected.push(row.record)
    const table = await openTable(path)
    const { mapping, isKnownFormat } = guessMapping(table)
    const records = []
    for await (const row of table.rows()) {
      const read = mappedRow(row, mapping)
      if ('record' in read) records.push(read.record)
    }
    expect(records).toEqual(expected)
    expect(mapping.format).toBe((await openSourceFile(path)).form.format)
    if (name.endsWith('.csv')) expect(isKnownFormat).toBe(true)
  })

  it('knows a known format in a workbook', async () => {
    const text = await readFile('tests/fixtures/france-services.csv', 'utf8')
    const rows = text
      .trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')))
    const table = await openTable(workbook([{ name: 'A', rows }]))
    expect(guessMapping(table)).toMatchObject({
      isKnownFormat: true,
      mapping: { format: 'france-services', sheet: 'A' },
    })
  })
})
