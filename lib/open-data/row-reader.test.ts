import { describe, expect, it } from 'vitest'
import type { Field } from './columns'
import { readNationalRecord } from './national-record'

function read(cells: Partial<Record<Field, string>>) {
  const reading = readNationalRecord(new Map(Object.entries(cells) as [Field, string][]), '2026-11-22')
  if ('refusal' in reading) throw new Error(reading.refusal)
  return reading
}

describe('letters that were lost before the file came', () => {
  it('are told of the words that are kept, each once, as something to mend', () => {
    const { place, notes } = read({
      nom: 'M�diath�que',
      adresse: 'Rue de l’�cole',
      presentation_detail: 'Ouvert l’�t�',
    })
    expect(place.fields).toMatchObject({ name: 'M�diath�que', address: 'Rue de l’�cole', description: 'Ouvert l’�t�' })
    expect(notes.map(({ field, kind }) => [field, kind])).toEqual([
      ['adresse', 'repaired'],
      ['nom', 'repaired'],
      ['presentation_detail', 'repaired'],
    ])
  })

  it('are not told twice of a value that nobody can read', () => {
    const { notes } = read({ nom: 'A', telephone: 'pas de t�l�phone', date_maj: '22 ao�t' })
    expect(notes.map(({ field, kind }) => [field, kind])).toEqual([
      ['telephone', 'dropped'],
      ['date_maj', 'dropped'],
    ])
  })
})
