import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from './cut-text'

test('a text that fits is left as it is, on one line', () => {
  expect(cutText('Aide\n aux  démarches ', 20)).toBe('Aide aux démarches')
})

test('a long text ends after a word, with a mark', () => {
  expect(cutText('Un accompagnement pour vos démarches', 25)).toBe('Un accompagnement pour…')
})

test('whatever the text, it never exceeds what is asked', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 50 }), (text, max) => {
      expect(cutText(text, max).length).toBeLessThanOrEqual(max)
    }),
  )
})
