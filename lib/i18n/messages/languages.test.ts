import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../languages'
import arabic from './ar.json'
import english from './en.json'
import arabicErrors from './errors.ar.json'
import englishErrors from './errors.en.json'
import spanishErrors from './errors.es.json'
import frenchErrors from './errors.fr.json'
import portugueseErrors from './errors.pt.json'
import ukrainianErrors from './errors.uk.json'
import spanish from './es.json'
import french from './fr.json'
import portuguese from './pt.json'
import { sentencesOf } from './sentences'
import ukrainian from './uk.json'

const inFrench = new Map(sentencesOf({ ...french, errors: frenchErrors }))
const languages: [Exclude<Locale, 'fr'>, object][] = [
  ['en', { ...english, errors: englishErrors }],
  ['es', { ...spanish, errors: spanishErrors }],
  ['pt', { ...portuguese, errors: portugueseErrors }],
  ['ar', { ...arabic, errors: arabicErrors }],
  ['uk', { ...ukrainian, errors: ukrainianErrors }],
]

/** What a sentence is given, and the tags that it stands around. */
function namesIn(elements: MessageFormatElement[]): Set<string> {
  const names = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...namesIn(element.children)]
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value]
    const inner = Object.values(element.options).flatMap(({ value }) => [...namesIn(value)])
    // The values to tell apart are the same in every language; the forms of a plural are not.
    const values =
      element.type === TYPE.select ? Object.keys(element.options).map((key) => `${element.value}=${key}`) : []
    return [element.value, ...values, ...inner]
  })
  return new Set(names)
}

/** The forms of each plural of a sentence. */
function pluralForms(elements: MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralForms(element.children)
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const inner = Object.values(element.options).flatMap(({ value }) => pluralForms(value))
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner
  })
}

/** "Many" is for millions in Spanish and Portuguese: we count places and minutes. */
function formsNeeded(locale: Locale): string[] {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  return locale === 'es' || locale === 'pt' ? forms.filter((form) => form !== 'many') : forms
}

describe.each(languages)('%s', (locale, catalogue) => {
  const sentences = new Map(sentencesOf(catalogue))

  test('says all that public pages say in French, and nothing else', () => {
    expect([...sentences.keys()].sort()).toEqual([...inFrench.keys()].sort())
  })

  test('leaves no sentence empty, and asks of each what French does', () => {
    const different = [...sentences].filter(([key, sentence]) => {
      const names = namesIn(parse(inFrench.get(key) ?? ''))
      const own = namesIn(parse(sentence))
      return (
        sentence.trim() === '' || [...names].some((name) => !own.has(name)) || [...own].some((name) => !names.has(name))
      )
    })
    expect(different).toEqual([])
  })

  test('has every form of its plurals', () => {
    const lacking = [...sentences].filter(([, sentence]) =>
      pluralForms(parse(sentence)).some((forms) => formsNeeded(locale).some((form) => !forms.includes(form))),
    )
    expect(lacking).toEqual([])
  })
})

test('Arabic is written with the figures that telephones have', () => {
  expect(new Intl.NumberFormat('ar').format(1234)).toMatch(/^1.?234$/)
  expect(new Intl.DateTimeFormat('ar', { dateStyle: 'long' }).format(new Date('2026-01-05'))).toMatch(/2026/)
})
