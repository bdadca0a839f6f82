import { expect, it } from 'vitest'
import { guessMapping } from '../mapping/guess'
import { mappedRow } from '../mapping/mapped-row'
import type { Mapping } from '../mapping/schema'
import { writtenValues } from '../mapping/value-meanings'
import { openTable } from '../table/open-table'
import { correctedMapping, meaningAnswer } from './mapping-form'
import type { UploadForm } from './schema'

const table = await openTable(
  new TextEncoder().encode(
    [
      'Nom;Ville;Aides',
      'A;Blois;Papiers',
      'B;Blois;Oui',
      'C;Tours;Papiers',
      'D;Tours;Accès internet et matériel informatique',
    ].join('\n'),
  ),
)
const { mapping: guessed, guesses } = guessMapping(table)
const form: UploadForm = { ...table, guesses, isKnownFormat: false, isFromSource: false }
const column = { '2': 'services' }
const none = { column, constant: {}, meaning: {} }

const servicesOf = (mapping: Mapping) =>
  mapping.fields.services ? writtenValues('services', mapping.fields.services, table.columns) : []
const answersOf = (mapping: Mapping) =>
  Object.fromEntries(servicesOf(mapping).map((written) => [written.value, meaningAnswer('services', written)]))

it('asks what each value of a column means, with its count, and offers what is understood', () => {
  const mapping = correctedMapping(form, guessed, none)
  expect(servicesOf(mapping).map(({ value, count }) => [value, count])).toEqual([
    ['Papiers', 2],
    ['Oui', 1],
    ['Accès internet et matériel informatique', 1],
  ])
  expect(answersOf(mapping)).toMatchObject({
    Oui: '',
    'Accès internet et matériel informatique': 'Accès internet et matériel informatique',
  })
})

it('reads values as they were said to mean, or leaves them out, and forgets it when it is taken back', async () => {
  const papers = 'Aide aux démarches administratives'
  const meaning = { services: { papiers: papers, oui: 'ignorer', inconnu: 'n’existe pas' } }
  const mapping = correctedMapping(form, correctedMapping(form, guessed, none), { ...none, meaning })
  expect(answersOf(mapping)).toMatchObject({ Papiers: papers, Oui: 'ignorer' })
  const read: unknown[] = []
  for await (const row of table.rows()) {
    const mapped = mappedRow(row, mapping)
    read.push('record' in mapped && mapped.record.get('services'))
  }
  expect(read).toEqual([[papers], undefined, [papers], ['Accès internet et matériel informatique']])
  const back = correctedMapping(form, mapping, { ...none, meaning: { services: { oui: '' } } })
  expect(answersOf(back)).toMatchObject({ Papiers: papers, Oui: '' })
})
