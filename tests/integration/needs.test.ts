import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { foldTerm } from '@/lib/needs/fold'
import { understandWords } from '@/lib/needs/queries'

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
  }, 60_000)
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

describe('folding', () => {
  it('is one for accents, articles and scripts', () => {
    expect(foldTerm('Prime d’Activité')).toBe('prime activite')
    expect(foldTerm('الضرائب')).toBe(foldTerm('ضرائب'))
  })
})
