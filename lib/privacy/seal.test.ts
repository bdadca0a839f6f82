import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SealBrokenError, sealText, unsealText } from './seal'

/** Any characters at all, surrogates apart: fast-check's own takes seconds to be ready. */
const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => {
  return String.fromCodePoint(...points.filter((point) => point < 0xd800 || point > 0xdfff))
})
const key = (fill: number) => Buffer.alloc(32, fill)
const keys = new Map([
  ['new', key(1)],
  ['old', key(2)],
])

test('words come back as they were, whatever they are', () =>
  fc.assert(
    fc.property(anyText, fc.string(), (words, context) => {
      expect(unsealText(sealText(words, context, keys), context, keys)).toBe(words)
    }),
  ))

test('nothing opens once a bit is changed, a byte is missing or one is added', () =>
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.integer({ min: 0, max: 7 }), (text, place, bit) => {
      const row = sealText(text, 'ReferralNeed 1', keys)
      const changed = new Uint8Array(row.sealed)
      const at = place % changed.length
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      const wrong = [changed, row.sealed.slice(0, at), new Uint8Array([...row.sealed, 0]), new Uint8Array()]
      for (const sealed of wrong) {
        expect(() => unsealText({ ...row, sealed }, 'ReferralNeed 1', keys)).toThrow(SealBrokenError)
      }
    }),
  ))

test('what was sealed for a row opens in no other, nor in another table', () => {
  const row = sealText('Amélie', 'ReferralPerson 1', keys)
  for (const other of ['ReferralPerson 2', 'ReferralNeed 1', '']) {
    expect(() => unsealText(row, other, keys)).toThrow(SealBrokenError)
  }
})

test('the first key seals; the others open what they sealed', () => {
  const old = sealText('Amélie', 'a', new Map([['old', key(2)]]))
  expect(unsealText(old, 'a', keys)).toBe('Amélie')
  expect(sealText('Amélie', 'a', keys).keyId).toBe('new')
  expect(() => unsealText(old, 'a', new Map([['new', key(1)]]))).toThrow(/No key "old"/)
  expect(() => unsealText({ ...old, keyId: 'new' }, 'a', keys)).toThrow(SealBrokenError)
  expect(() => sealText('Amélie', 'a', new Map())).toThrow()
})

test('the same words are never sealed alike, and none of them shows', () => {
  const rows = Array.from({ length: 200 }, () => Buffer.from(sealText('Amélie Poulain', 'a', keys).sealed))
  expect(new Set(rows.map((row) => row.subarray(0, 12).toString('hex'))).size).toBe(200)
  expect(new Set(rows.map((row) => row.subarray(28).toString('hex'))).size).toBe(200)
  for (const row of rows) expect(row.includes('Poulain')).toBe(false)
})
