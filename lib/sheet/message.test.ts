import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestSms, mailText, smsText, type Told } from './message'

const labels = {
  when: 'Quand :',
  whom: 'Qui demander :',
  way: 'Pour y aller :',
  more: 'Et aussi :',
  bring: 'À apporter :',
}
const place = {
  name: 'Médiathèque',
  where: '3 rue de l’Église, 41000 Blois',
  phone: '02\u00a054\u00a000\u00a000\u00a001',
}
const nothing = { when: '', whom: '', way: '', more: '', word: '' }
const told: Told = {
  places: [place],
  visit: { ...nothing, when: 'Mardi 24 novembre à 14 h', whom: 'Mme Petit' },
  bring: ['Votre carte d’identité.', 'Les courriers reçus.'],
  url: 'https://example.org/lieux/adp-1',
}

test('a message says where, when, whom, what to bring and the link, in letters that cost little', () =>
  expect(smsText(told, labels)).toBe(
    [
      'Médiathèque',
      '02 54 00 00 01',
      "3 rue de l'Église, 41000 Blois",
      'Quand : Mardi 24 novembre à 14 h',
      'Qui demander : Mme Petit',
      "À apporter : Votre carte d'identité, Les courriers reçus",
      'https://example.org/lieux/adp-1',
    ].join('\n'),
  ))

test('a code stands in both messages for whoever was referred', () => {
  const referred = { ...told, code: 'Votre code K7QF-2M9X' }
  expect(smsText(referred, labels)).toContain('Votre code K7QF-2M9X')
  expect(mailText(referred, labels)).toContain('Votre code K7QF-2M9X')
})

test('nothing that was not written is announced', () =>
  expect(smsText({ ...told, visit: nothing, bring: [] }, labels)).not.toContain('Quand'))

test('a mail holds everything', () => {
  const visit = { when: 'Mardi', whom: 'Mme Petit', way: 'Bus 3', more: 'Un stylo', word: 'Bonne visite' }
  const text = mailText({ ...told, visit }, labels)
  for (const words of [...Object.values(visit), ...told.bring, place.name, place.where, told.url]) {
    expect(text).toContain(words)
  }
})

const words = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength })
const any: fc.Arbitrary<Told> = fc.record({
  places: fc.array(
    fc.record({ name: words(300), where: words(300), phone: fc.option(fc.constant('02 54 00 00 01')) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
  visit: fc.record({ when: words(60), whom: words(60), way: words(60), more: words(60), word: words(60) }),
  bring: fc.array(words(120), { maxLength: 5 }),
  url: fc.webUrl().map((url) => `${url.slice(0, 90)}`),
})

test('a message is never longer than two, and always holds the link and the day', () =>
  fc.assert(
    fc.property(any, (each) => {
      const text = smsText(each, labels)
      expect(text.length).toBeLessThanOrEqual(longestSms)
      expect(text.endsWith(each.url.replaceAll('’', "'"))).toBe(true)
      if (each.visit.when.trim()) expect(text).toContain('Quand : ')
    }),
  ))
