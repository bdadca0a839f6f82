import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import type { UnderstoodNeed } from '@/lib/needs/meaning'
import { understandWords } from '@/lib/needs/queries'
import { facetLists } from '@/lib/search/facets'
import { listFoundIds } from '@/lib/search/queries'
import { parseSearch } from '@/lib/search/schema'
import { searchNameOf } from '@/lib/territory/search-name'
import { addSamplePlaces, type SamplePlace } from '../support/sample-places'
import { searchBruteForce } from '../support/search-oracle'

const needsIn = async (words: string) => {
  const meaning = await understandWords({ words, isLiteral: false })
  return meaning?.needs.map(({ id }) => id).join(' ')
}

describe('what a citizen types', () => {
  it.each([
    // As the vocabulary has it, with accents or not, whatever the case
    ['caf', 'caf'],
    ['CAF', 'caf'],
    ['impôts', 'impots'],
    ['impots', 'impots'],
    ['carte grise', 'carte-grise'],
    ['boîte mail', 'boite-mail'],
    ['boite mail', 'boite-mail'],
    ['cv', 'cv'],
    ['C.V.', 'cv'],
    ['scanner un papier', 'scanner'],
    ['imprimer', 'imprimer'],
    ['arnaque', 'arnaque'],
    ['ordinateur pas cher', 'ordinateur-pas-cher'],
    ['apprendre la souris', 'souris-et-clavier'],
    ['langues étrangères', 'langues'],
    ['pole emploi', 'france-travail'],
    ['prime activité', 'prime-d-activite'],
    ['Agirc-Arrco', 'retraite'],
    ['fauteuil roulant', 'fauteuil-roulant'],
    ['pix', 'pix'],
    ['pass numérique', 'pass-numerique'],
    // Of the same family
    ['imprimantes', 'imprimer'],
    ['cartes grises', 'carte-grise'],
    ['arnaques', 'arnaque'],
    ['déclarations d’impôts', 'impots'],
    ['mots de passe oubliés', 'mot-de-passe'],
    ['tablettes', 'tablette'],
    // In a sentence
    ['j’ai besoin d’aide pour mes impôts', 'impots'],
    ['comment refaire ma carte d’identité', 'carte-d-identite'],
    ['je veux imprimer un document', 'imprimer'],
    ['quelqu’un pour m’aider avec la caf', 'caf'],
    ['mon compte bancaire a été piraté', 'banque piratage'],
    ['je ne parle pas français', 'langues'],
    ['faux sms de la poste', 'arnaque'],
    ['réparer mon ordinateur', 'reparer'],
    ['où faire des photocopies', 'photocopie'],
    // Several at once
    ['impôts gratuit', 'impots gratuit'],
    ['atelier souris', 'atelier souris-et-clavier'],
    ['cv en anglais', 'cv anglais'],
    // Misspelt
    ['impaut', 'impots'],
    ['impot', 'impots'],
    ['carte grize', 'carte-grise'],
    ['karte grise', 'carte-grise'],
    ['boite mel', 'boite-mail'],
    ['scaner', 'scanner'],
    ['inprimer', 'imprimer'],
    ['imprimmer', 'imprimer'],
    ['arnake', 'arnaque'],
    ['retrete', 'retraite'],
    ['ordinateur pas chere', 'ordinateur-pas-cher'],
    ['pole enploi', 'france-travail'],
    ['doctolibe', 'rendez-vous-medical'],
    ['wattsap', 'messages-et-visio'],
    ['watsapp', 'messages-et-visio'],
    ['franceconect', 'france-connect'],
    ['parcoursupp', 'parcoursup'],
    ['mot de pase oublié', 'mot-de-passe'],
    ['langues etrangeres', 'langues'],
    ['ordinatteur', 'debuter'],
    ['lettre de motivassion', 'lettre-de-motivation'],
    ['titre de sejours', 'titre-de-sejour'],
    ['permi de conduire', 'permis-de-conduire'],
    // In other languages
    ['taxes', 'impots'],
    ['I need help with my tax return', 'impots'],
    ['residence permit', 'titre-de-sejour'],
    ['necesito imprimir', 'imprimer'],
    ['correo electrónico', 'boite-mail'],
    ['impostos', 'impots'],
    ['الضرائب', 'impots'],
    ['ضرائب', 'impots'],
    ['Податки', 'impots'],
    ['пошук роботи', 'emploi'],
    ['друк', 'imprimer'],
    // Not a need: words to find
    ['café', ''],
    ['cafétéria', ''],
    ['blois', ''],
    ['xyzzy', ''],
    ['la', ''],
    ['médiathèque abbé grégoire', ''],
  ])('%s is understood as %s', async (words, expected) => {
    expect(await needsIn(words)).toBe(expected)
  })

  it('is not understood when the words are asked for as they are', async () => {
    const meaning = await understandWords({ words: 'CAF de Blois', isLiteral: true })
    expect(meaning).toMatchObject({ needs: [], ignored: [] })
    expect(meaning?.words.map(({ spellings }) => spellings)).toEqual([['caf'], ['blois']])
  })

  it('is told back as it was typed', async () => {
    const meaning = await understandWords({ words: 'aide Cartes Grises', isLiteral: false })
    expect(meaning?.needs).toMatchObject([{ typed: 'Cartes Grises', words: ['carte grise', 'cartes grises'] }])
  })

  it('that is no need brings suggestions when it looks like some', async () => {
    expect((await understandWords({ words: 'carte blanche', isLiteral: false }))?.suggestions).toContain('carte vitale')
    expect((await understandWords({ words: 'xyzzy', isLiteral: false }))?.suggestions).toEqual([])
  })
})

describe('one slip of the finger', () => {
  it('in a term of six letters or more is still understood, for 95 % of a sample', async () => {
    const terms = await db.needTerm.findMany({ where: { language: 'fr' }, orderBy: { folded: 'asc' } })
    const long = terms.filter(({ folded }) => folded.length >= 6)
    const wrong: string[] = []
    const sample = Array.from({ length: 400 }, (_, index) => long[(index * 7919) % long.length]).filter((t) => !!t)
    for (const [index, { folded, needId }] of sample.entries()) {
      const typed = slipIn(folded, index)
      const found = (await understandWords({ words: typed, isLiteral: false }))?.needs.map(({ id }) => id) ?? []
      if (!found.includes(needId)) wrong.push(`${folded} typed ${typed}: ${found.join(' ') || 'nothing'}`)
    }
    console.log(`${sample.length - wrong.length} of ${sample.length} understood; not:\n${wrong.join('\n')}`)
    expect(wrong.length).toBeLessThanOrEqual(sample.length * 0.05)
  })
})

/** A letter lost, doubled, replaced or swapped with the next, each in turn; spaces stay. */
function slipIn(term: string, seed: number): string {
  const letters = [...term]
  let at = (seed * 31) % (letters.length - 1)
  while (letters[at] === ' ' || letters[at + 1] === ' ') at = (at + 1) % (letters.length - 1)
  const here = letters[at] ?? ''
  const next = letters[at + 1] ?? ''
  const slips = ['', here + here, String.fromCharCode(97 + ((seed * 13) % 26)), next + here]
  const kind = seed % slips.length
  return term.slice(0, at) + slips[kind] + term.slice(at + (kind === 3 ? 2 : 1))
}

describe('a search by words', () => {
  let places: SamplePlace[]
  beforeAll(async () => {
    places = await addSamplePlaces(300)
    const name = async (index: number, text: string) => {
      const place = places[index]
      if (!place) throw new Error('no such place')
      place.data.name = text
      await db.place.update({ where: { id: place.id }, data: { name: text, status: 'PUBLISHED' } })
      place.data.status = 'PUBLISHED'
    }
    await name(1, 'Maison CAF')
    await name(2, 'Le Café des Impôts')
    await name(3, 'Atelier Carte Grise Express')
    await name(4, 'Point Acte de Naissance')
    Object.assign(places[4] ?? {}, { services: [] })
    await db.placeService.deleteMany({ where: { placeId: places[4]?.id } })
    await db.place.update({ where: { id: places[4]?.id }, data: { kind: 'MEDIATION' } })
    Object.assign(places[4]?.data ?? {}, { kind: 'MEDIATION' })
  })

  const found = async (query: string) => {
    const { search, problems } = parseSearch(new URLSearchParams(query))
    expect(problems).toEqual([])
    return (await listFoundIds(search)).sort()
  }

  /** What one would check by hand: any answer of each need, or its very words in the place's own text. */
  const meets = (place: SamplePlace, { answers, words }: UnderstoodNeed) => {
    const values = { ...place.data, kinds: [place.data.kind], services: place.services }
    const isAnswered = facetLists.some((list) =>
      answers[list].some((code) => (values[list] as readonly string[]).includes(code)),
    )
    const own = ` ${searchNameOf(place.data.name)} `
    const bears = words.some((term) => own.includes(` ${term} `) || own.includes(` ${term}s `))
    return isAnswered || bears || (answers.isAccessible && place.data.accessibilityUrl !== null)
  }

  const term = fc.constantFrom(
    ...'caf|impots|carte grise|gratuit|atelier|langues étrangères|pix|fauteuil roulant|seniors|imprimer|arnake'.split(
      '|',
    ),
    ...'conseiller numérique|sans rendez-vous|itinérant|tiers-lieu|mon espace santé'.split('|'),
  )

  it('finds what a loop over all places finds, whatever needs are typed and whatever the filters', async () => {
    const query = fc.tuple(
      fc.uniqueArray(term, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '&frais=gratuit', '&departement=41', '&publics=jeunes&accessible=oui'),
    )
    await fc.assert(
      fc.asyncProperty(query, async ([terms, filters]) => {
        const text = `q=${encodeURIComponent(terms.join(' et '))}${filters}`
        const { search } = parseSearch(new URLSearchParams(text))
        const meaning = await understandWords(search)
        const all = searchBruteForce(places, { ...search, sort: 'NAME' }, new Date())
        const expected = all.filter((place) => meaning?.needs.every((need) => meets(place, need)))
        expect(meaning).toMatchObject({ words: [], ignored: [] })
        expect(await found(text)).toEqual(expected.map(({ id }) => id).sort())
      }),
      { numRuns: 60 },
    )
  })

  it('finds places by their own words, which are not those that start alike', async () => {
    const caf = await found('q=caf')
    expect(caf).toContain(places[1]?.id)
    expect(await found('q=caf&mots=exacts')).toEqual(expect.arrayContaining([places[1]?.id, places[2]?.id]))
    expect(await found('q=carte+grise+express')).toEqual([places[3]?.id])
    expect(await found('q=point+acte+de+naissance')).toEqual([places[4]?.id])
  })

  it('leaves aside a word that no place holds, once a need is understood, and only then', async () => {
    expect(await found('q=impots+trimestriels')).toEqual(await found('q=impots'))
    expect((await understandWords({ words: 'impôts Trimestriels', isLiteral: false }))?.ignored).toEqual([
      'Trimestriels',
    ])
    expect(await found('q=trimestriels')).toEqual([])
    expect(await found('q=impots+trimestriels&mots=exacts')).toEqual([])
  })

  it('narrows by a word that some place holds', async () => {
    const all = await found('q=gratuit')
    const narrowed = await found('q=gratuit+eau')
    expect(narrowed.length).toBeGreaterThan(0)
    expect(narrowed.length).toBeLessThan(all.length)
    expect(all).toEqual(expect.arrayContaining(narrowed))
  })
})
