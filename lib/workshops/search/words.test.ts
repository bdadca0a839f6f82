import { expect, test } from 'vitest'
import { asksForWorkshop, understandWorkshopWords } from './words'

const nothing = {
  isWorkshop: false,
  level: null,
  period: null,
  isFree: false,
  takesPass: false,
  isHere: false,
  rest: null,
}

test('the sentence of a citizen is a level, a time and a nearness, and nothing is left of it', () => {
  expect(understandWorkshopWords('un atelier débutant cette semaine près de chez moi')).toEqual({
    ...nothing,
    isWorkshop: true,
    level: 'BEGINNER',
    period: 'WEEK',
    isHere: true,
  })
})

test.each([
  [
    'cours de traitement de texte gratuit ce mois-ci',
    { period: 'MONTH', isFree: true, rest: 'de traitement de texte' },
  ],
  ['atelier CV niveau confirmé', { level: 'ADVANCED', rest: 'CV' }],
  ['Atelier pour débutants avec le pass', { level: 'BEGINNER', takesPass: true }],
  ['a workshop for beginners this week near me', { level: 'BEGINNER', period: 'WEEK', isHere: true }],
  ['taller para principiantes esta semana', { level: 'BEGINNER', period: 'WEEK' }],
  ['oficina para iniciantes este mês perto de mim', { level: 'BEGINNER', period: 'MONTH', isHere: true }],
  ['ورشة للمبتدئين هذا الأسبوع قريب مني', { level: 'BEGINNER', period: 'WEEK', isHere: true }],
  ['заняття для початківців цього тижня поруч', { level: 'BEGINNER', period: 'WEEK', isHere: true }],
])('“%s” is understood', (text, sense) => {
  expect(understandWorkshopWords(text)).toEqual({ ...nothing, isWorkshop: true, ...sense })
})

test('other words are left as they are', () => {
  expect(understandWorkshopWords('carte grise')).toEqual({ ...nothing, rest: 'carte grise' })
  expect(understandWorkshopWords('')).toEqual(nothing)
})

test('a workshop alone, or a level alone, is still a search of places', () => {
  expect(['atelier', 'débutant cette semaine', 'formation emploi'].filter(asksForWorkshop)).toEqual([])
  expect(asksForWorkshop('un atelier débutant')).toBe(true)
  expect(asksForWorkshop('des ateliers cette semaine')).toBe(true)
})
