import { describe, expect, test } from 'vitest'
import { foldTerm, foldWords } from './fold'
import { misspelling, soundOf } from './spelling'
import { spansOf, tokensOf } from './tokens'
import { type Candidate, understand } from './understanding'

describe('a misspelling', () => {
  test.each([
    ['impaut', 'impots', 0],
    ['karte grize', 'carte grise', 0],
    ['scaner', 'scanner', 0],
    ['doctolob', 'doctolib', 1],
    ['lettre motivatoin', 'lettre motivation', 1],
    ['ordinateut pas ceer', 'ordinateur pas cher', 2],
    // Short words are never guessed, a number is never another, and two slips are too many for six letters.
    ['cafe', 'caf', null],
    ['cav', 'caf', null],
    ['rss', 'rsa', null],
    ['visas', 'vista', null],
    ['windows 12', 'windows 11', null],
    ['mairie', 'permis', null],
    ['retrette', 'regrette', 1],
  ])('%s for %s is %s', (typed, term, expected) => {
    expect(misspelling(typed, term)).toBe(expected)
  })

  test('is told by what French ears hear', () => {
    expect(soundOf('impaut')).toBe(soundOf('impots'))
    expect(soundOf('fotografi')).toBe(soundOf('photographie'))
    expect(soundOf('caf')).not.toBe(soundOf('cv'))
  })
})

describe('folding', () => {
  test.each([
    ['Prime d’Activité', 'prime d activite', 'prime activite'],
    ['C.V.', 'cv', 'cv'],
    ['Œuvre', 'oeuvre', 'oeuvre'],
    ['الضَّرائب', 'ضرايب', 'ضرايب'],
    ['Податки і збори', 'податки і збори', 'податки збори'],
    ['?!', '', ''],
  ])('%s is %s, and %s as a term', (text, words, term) => {
    expect(foldWords(text)).toBe(words)
    expect(foldTerm(text)).toBe(term)
  })
})

describe('a text', () => {
  const terms = ['carte', 'carte grise', 'impots', 'imprimer']
  const read = (text: string) => {
    const tokens = tokensOf(text)
    const candidates = spansOf(tokens).flatMap(({ words }) =>
      terms.map((term): Candidate => ({ span: words, needId: term, term, isSameStem: false })),
    )
    const { recognised, rest } = understand(tokens, candidates)
    return { found: recognised.map(({ candidate }) => candidate.term), rest: rest.map(({ typed }) => typed) }
  }

  test.each([
    ['carte grise', ['carte grise'], []],
    ['ma carte', ['carte'], []],
    ['carte grise et carte', ['carte grise', 'carte'], []],
    ['Imprimer à Blois', ['imprimer'], ['Blois']],
    ['je veux une aide', [], ['veux', 'aide']],
    ['aide pour mes impôts', ['impots'], []],
    ['la', [], ['la']],
    ['', [], []],
  ])('%s is cut into the longest terms', (text, found, rest) => {
    expect(read(text)).toEqual({ found, rest })
  })
})
