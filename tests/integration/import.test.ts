import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { importFile } from '@/lib/imports/mutations'
import { everythingImported, placeRow } from '../support/national-rows'

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  await db.place.deleteMany()
  await db.importRun.deleteMany()
  await db.source.deleteMany()
})

/** Writes a file of the national schema and imports it. */
async function importRows(rows: object[], options: { isDryRun?: boolean; source?: string } = {}) {
  const path = join(folder, 'lieux.json')
  await writeFile(path, JSON.stringify(rows))
  return importFile({ path, ...options })
}

const base = { ...placeRow, source: 'essais' }

const placeOf = async (externalId: string) =>
  (
    await db.placeSource.findFirstOrThrow({
      where: { externalId },
      include: { place: { include: { services: true } } },
    })
  ).place

const suggestions = async (placeId: string) => {
  const proposals = await db.proposal.findMany({ where: { placeId }, orderBy: { createdAt: 'asc' } })
  return proposals.map(({ status, changes }) => [status, changes])
}

describe('an import', () => {
  it('names the columns that it does not read, with their first value, NUL or half a character in it or not', async () => {
    const rows = [base, { ...base, id: 'b', adresse: '2 rue des Essais', wifi: 'oui', prises: '\0\uD800' }]
    const { entries } = await importRows(rows)
    expect(entries).toContainEqual({
      line: 1,
      id: null,
      kind: 'dropped',
      field: 'wifi',
      value: 'oui',
      reason: 'Colonne inconnue, non reprise',
    })
  })

  it('reads the France Services list, mends what can be and refuses what cannot, with line and reason', async () => {
    const report = await importFile({ path: fixture('france-services.csv') })
    expect(report).toMatchObject({
      format: 'france-services',
      rows: 4,
      added: 3,
      refused: 1,
      sources: ['france-services'],
    })
    expect(report.entries.filter(({ kind }) => kind === 'refused')).toEqual([
      { line: 4, id: '3', kind: 'refused', reason: 'La commune manque' },
    ])

    expect(await placeOf('1')).toMatchObject({
      status: 'PUBLISHED',
      kind: 'FRANCE_SERVICES',
      communeCode: '41018',
      precision: 'ADDRESS',
      phone: '+33261910001',
      openingHours: 'Mo 09:00-12:00,13:30-17:00; Tu 09:00-12:00; Th "sur rendez-vous"; Fr "matin"',
      programmes: ['FRANCE_SERVICES'],
      itinerancy: ['FIXED'],
      description: 'Sur rendez-vous le jeudi',
      services: [{ service: 'ADMINISTRATIVE_PROCEDURES' }],
    })
    expect(await placeOf('2')).toMatchObject({
      communeCode: '41269',
      precision: 'COMMUNE',
      phone: '+33261910002',
      emails: ['bus@example.org'],
    })
    // A point in Toulouse is not in the twelfth arrondissement of Paris
    expect(await placeOf('4')).toMatchObject({ communeCode: '75112', postcode: '75012', kind: 'FRANCE_SERVICES' })
    expect((await placeOf('4')).latitude).toBeCloseTo(48.85, 0)
  })

  it('reads the national schema in JSON, today’s values and the former ones, hostile content as text', async () => {
    const report = await importFile({ path: fixture('national.json') })
    expect(report).toMatchObject({ rows: 4, added: 2, refused: 2, sources: ['autre-collecteur', 'essais'] })
    expect(await placeOf('lieu-1')).toMatchObject({
      name: 'Espace numérique <b>des Essais</b>',
      kind: 'TIERS_LIEU',
      communeCode: '41018',
      postcode: '41013',
      pivot: null,
      latitude: 47.5865,
      openingHours: 'Mo-Fr 09:00-12:00',
      emails: ['a@example.org', 'b@example.org'],
    })
    expect((await placeOf('lieu-1')).services.map(({ service }) => service).sort()).toEqual([
      'ADMINISTRATIVE_PROCEDURES',
      'LEISURE_AND_CREATION',
    ])
    expect(await placeOf('lieu-2')).toMatchObject({
      communeCode: '69383',
      kind: 'FRANCE_SERVICES',
      programmes: ['CONSEILLER_NUMERIQUE', 'FRANCE_SERVICES'],
    })
    expect(report.entries).toContainEqual(
      expect.objectContaining({ line: 3, kind: 'dropped', field: 'services', value: 'Danse' }),
    )
    expect(Object.keys({})).not.toContain('polluted')
  })

  it('changes nothing when it runs again', async () => {
    await importRows([base, { ...base, id: 'b', nom: 'Autre lieu' }])
    await db.importRun.deleteMany()
    const before = await everythingImported()
    expect(await importRows([base, { ...base, id: 'b', nom: 'Autre lieu' }])).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 2,
    })
    await db.importRun.deleteMany()
    expect(await everythingImported()).toBe(before)
  })

  it('updates what a newer release says otherwise, and leaves a revision', async () => {
    await importRows([base])
    const report = await importRows([
      { ...base, telephone: '+33261910009', services: 'Loisirs et créations numériques', date_maj: '2024-06-01' },
    ])
    expect(report).toMatchObject({ updated: 1, added: 0 })
    const place = await placeOf('a')
    expect(place).toMatchObject({ phone: '+33261910009', version: 2, services: [{ service: 'LEISURE_AND_CREATION' }] })
    expect(place.recordDate.toISOString()).toContain('2024-06-01')
    const revision = await db.placeRevision.findFirstOrThrow({ where: { placeId: place.id, version: 2 } })
    expect(revision.before).toMatchObject({ phone: '+33261910001', 'services.LEISURE_AND_CREATION': null })
    expect(revision.after).toMatchObject({ phone: '+33261910009', 'services.ADMINISTRATIVE_PROCEDURES': null })
    expect(revision.importRunId).not.toBeNull()
  })

  it('leaves alone what a person corrected, and says so', async () => {
    await importRows([base])
    const place = await placeOf('a')
    await db.place.update({ where: { id: place.id }, data: { phone: '+33261910007' } })
    await db.placeSource.updateMany({ data: { correctedFields: ['phone'] } })
    const report = await importRows([
      { ...base, telephone: '+33261910009', nom: 'Nouveau nom', date_maj: '2024-06-01' },
    ])
    expect(await placeOf('a')).toMatchObject({ phone: '+33261910007', name: 'Nouveau nom' })
    expect(report.entries).toContainEqual(expect.objectContaining({ kind: 'kept', field: 'phone' }))
  })

  it('suggests what it says against a correction, until a later release says something else', async () => {
    await importRows([base])
    const { id } = await placeOf('a')
    await db.place.update({ where: { id }, data: { phone: '+33261910007', name: 'Nom corrigé' } })
    await db.placeSource.updateMany({ data: { correctedFields: ['name', 'phone'] } })
    const next = { ...base, telephone: '+33261910009', date_maj: '2024-06-01' }
    await importRows([next])
    expect(await suggestions(id)).toEqual([['OPEN', { phone: '+33261910009' }]])
    await importRows([{ ...next, nom: 'Nom du fichier', date_maj: '2024-07-01' }])
    expect(await suggestions(id)).toEqual([
      ['REPLACED', { phone: '+33261910009' }],
      ['OPEN', { name: 'Nom du fichier', phone: '+33261910009' }],
    ])
    await importRows([{ ...next, nom: 'Nom corrigé', telephone: '+33261910007', date_maj: '2024-08-01' }])
    expect((await suggestions(id)).map(([status]) => status)).toEqual(['REPLACED', 'REPLACED'])
    expect(await placeOf('a')).toMatchObject({ phone: '+33261910007', name: 'Nom corrigé' })
  })

  it('neither publishes an archived place again nor changes a kind that a person chose', async () => {
    await importRows([base])
    const { id } = await placeOf('a')
    await db.place.update({ where: { id }, data: { status: 'ARCHIVED', kind: 'FABRIQUE' } })
    await db.placeSource.updateMany({ data: { correctedFields: ['kind'] } })
    await importRows([{ ...base, typologie: 'TIERS_LIEUX', date_maj: '2024-06-01' }])
    expect(await placeOf('a')).toMatchObject({ status: 'ARCHIVED', kind: 'FABRIQUE', typologies: ['TIERS_LIEUX'] })
  })

  it('does not go back to an older release', async () => {
    await importRows([base])
    const report = await importRows([{ ...base, nom: 'Ancien nom', date_maj: '2023-01-01' }])
    expect(report).toMatchObject({ unchanged: 1, updated: 0, told: { older: 1 } })
    expect(await placeOf('a')).toMatchObject({ name: base.nom })
  })

  it('keeps and reports a place that the newer release no longer has', async () => {
    await importRows([base, { ...base, id: 'b', nom: 'Autre lieu' }])
    expect(await importRows([base])).toMatchObject({ absent: 1 })
    expect(await db.place.count()).toBe(2)
  })

  it('makes one place of two rows that are the same, under both ids, and the newest speaks', async () => {
    const report = await importRows([
      base,
      { ...base, id: 'b', nom: 'ESPACE DES ESSAIS', telephone: '+33261910002', date_maj: '2024-03-01' },
    ])
    expect(report).toMatchObject({ rows: 2, added: 1, duplicates: 1 })
    expect((await placeOf('a')).id).toBe((await placeOf('b')).id)
    expect(await placeOf('a')).toMatchObject({ phone: '+33261910002' })
  })

  it('gives a second id its own place once its address is another', async () => {
    await importRows([base, { ...base, id: 'b' }])
    const report = await importRows([base, { ...base, id: 'b', adresse: '9 rue des Essais', date_maj: '2024-03-01' }])
    expect(report).toMatchObject({ added: 1, unchanged: 1 })
    expect((await placeOf('a')).id).not.toBe((await placeOf('b')).id)
    expect((await placeOf('a')).address).toBe(base.adresse)
  })

  it('keeps the place under the second id when the first leaves the file', async () => {
    await importRows([base, { ...base, id: 'b' }])
    const { id } = await placeOf('a')
    expect(await importRows([{ ...base, id: 'b' }])).toMatchObject({ added: 0, unchanged: 1 })
    expect((await placeOf('b')).id).toBe(id)
  })

  it('keeps two services apart at one address, and homonyms far from each other', async () => {
    const report = await importRows([
      base,
      { ...base, id: 'b', nom: 'Autre service' },
      { ...base, id: 'c', latitude: 47.64, longitude: 1.4 },
    ])
    expect(report).toMatchObject({ added: 3, duplicates: 0 })
  })

  it('takes the newest of two rows with one id, and refuses the other', async () => {
    const report = await importRows([
      { ...base, nom: 'Nouveau', date_maj: '2024-05-01' },
      { ...base, nom: 'Ancien' },
      { ...base, nom: 'Nouveau', date_maj: '2024-05-01' },
    ])
    expect(report).toMatchObject({ added: 1, refused: 1, duplicates: 1 })
    expect(await placeOf('a')).toMatchObject({ name: 'Nouveau' })
  })

  it('names a row that has no id by what it says, the same every time', async () => {
    const { id: _, ...nameless } = base
    await importRows([nameless])
    expect(await importRows([nameless])).toMatchObject({ added: 0, unchanged: 1 })
  })

  it('keeps sources apart that use the same ids, unless the person names one', async () => {
    expect(await importRows([base])).toMatchObject({ added: 1, sources: ['essais'] })
    expect(await importRows([{ ...base, source: 'Autre' }])).toMatchObject({ added: 1, sources: ['autre'] })
    expect(await importRows([{ ...base, source: 'Autre' }], { source: 'Essais' })).toMatchObject({
      added: 0,
      sources: ['essais'],
    })
  })

  it('writes nothing in a dry run, and tells what it would do', async () => {
    await importRows([base])
    const before = await everythingImported()
    const report = await importRows(
      [
        { ...base, nom: 'Nouveau nom', date_maj: '2024-06-01' },
        { ...base, id: 'b', nom: 'Autre' },
      ],
      { isDryRun: true },
    )
    expect(report).toMatchObject({ isDryRun: true, updated: 1, added: 1 })
    expect(await everythingImported()).toBe(before)
  })

  it('writes nothing of a file that was cut short', async () => {
    const path = join(folder, 'coupe.json')
    await writeFile(path, JSON.stringify([base, { ...base, id: 'b', nom: 'Autre' }]).slice(0, -20))
    const before = await everythingImported()
    await expect(importFile({ path })).rejects.toThrow('coupé avant sa fin')
    expect(await everythingImported()).toBe(before)
  })

  it('leaves no trace of a file without a single good row', async () => {
    const before = await everythingImported()
    expect(await importRows([{ ...base, nom: '' }])).toMatchObject({ rows: 1, refused: 1 })
    expect(await everythingImported()).toBe(before)
  })

  it('lets one import wait for the other, so that a place is added once', async () => {
    const path = join(folder, 'deux.json')
    await writeFile(path, JSON.stringify([base]))
    const reports = await Promise.all([importFile({ path }), importFile({ path })])
    expect(reports.map(({ added }) => added).sort()).toEqual([0, 1])
    expect(await db.place.count()).toBe(1)
  })
})
