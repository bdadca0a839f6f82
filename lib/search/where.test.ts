import { expect, test } from 'vitest'
import type { CommuneMatch } from '@/lib/territory/queries'
import { communeLabel, resolveWhere } from './where'

const commune = (name: string, postcode: string, formerName: string | null = null): CommuneMatch => ({
  code: `${postcode}-${name}`,
  name,
  formerName,
  postcodes: [postcode],
  departmentCode: postcode.slice(0, 2),
  departmentName: '',
  population: 0,
  latitude: 47,
  longitude: 1,
  precision: 'COMMUNE',
})

const blois = commune('Blois', '41000')
const montblanc = commune('Blois-sur-Seille', '39210')
const saintDenis = commune('Saint-Denis', '93200')
const otherSaintDenis = commune('Saint-Denis', '97400')

test('the exact name wins over longer ones', () => {
  expect(resolveWhere('blois', [blois, montblanc])).toEqual({
    kind: 'found',
    commune: blois,
    others: [],
    isGuess: false,
  })
})

test('homonyms are asked about, and nothing else is', () => {
  const longer = commune('Saint-Denis-en-Val', '45560')
  expect(resolveWhere('St Denis', [saintDenis, otherSaintDenis, longer])).toEqual({
    kind: 'ambiguous',
    communes: [saintDenis, otherSaintDenis],
  })
})

test('a label that was offered is understood when it comes back', () => {
  expect(communeLabel(saintDenis)).toBe('Saint-Denis (93200)')
  expect(resolveWhere('Saint-Denis (93200)', [saintDenis])).toMatchObject({ kind: 'found', commune: saintDenis })
})

test('a postcode leads to its largest commune and names the others', () => {
  const villebarou = commune('Villebarou', '41000')
  expect(resolveWhere('41000', [blois, villebarou])).toEqual({
    kind: 'found',
    commune: blois,
    others: [villebarou],
    isGuess: false,
  })
})

test('a single near miss is a guess, several are asked about', () => {
  expect(resolveWhere('bloa', [blois])).toMatchObject({ kind: 'found', isGuess: true })
  expect(resolveWhere('bloa', [blois, montblanc])).toEqual({ kind: 'ambiguous', communes: [blois, montblanc] })
})

test('a merged commune leads to the one of today', () => {
  const merged = commune('Valloire-sur-Cisse', '41150', 'Seillac')
  expect(resolveWhere('Seillac', [merged])).toMatchObject({ kind: 'found', commune: merged, isGuess: false })
})

test('nothing found is unknown', () => {
  expect(resolveWhere('zzzz', [])).toEqual({ kind: 'unknown' })
})
