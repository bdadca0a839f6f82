import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasSocialSecurityNumber, keyOf, withoutSocialSecurityNumber } from './social-security-number'

const two = (number: number) => String(number).padStart(2, '0')
const three = (number: number) => String(number).padStart(3, '0')

/** The 13 characters of births that no rule excludes. */
const births = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '7', '8'),
    fc.integer({ min: 0, max: 99 }).map(two),
    fc
      .oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 30, max: 42 }), fc.integer({ min: 50, max: 99 }))
      .map(two),
    fc.oneof(fc.integer({ min: 1, max: 99 }).map(two), fc.constantFrom('2A', '2B', '2a', '2b')),
    fc.integer({ min: 1, max: 999 }).map(three),
    fc.integer({ min: 1, max: 999 }).map(three),
  )
  .map((parts) => parts.join(''))

const withKey = (birth: string) => birth + two(keyOf(birth))

test.each([
  ['255081416802538', 'the specimen in use'],
  ['2 55 08 14 168 025 38', 'with the spaces of the card'],
  ['2 55 08 14 168 025', 'without its key'],
  ['2550814168025', 'without its key, in one go'],
  ['2 55 08 14 168 025 99', 'with a key that is mistyped but stands apart'],
  ['2.55.08.14.168.025/38', 'with dots'],
  ['2\u00a055\u202f08\u200b14\u00ad168–025 38', 'with spaces and hyphens that do not all show'],
  ['٢٥٥٠٨١٤١٦٨٠٢٥٣٨', 'in Arabic digits'],
  ['２５５０８１４１６８０２５', 'in wide digits'],
  ['Mme Petit n°255081416802538, 02 54 78 10 20', 'amid other words and numbers'],
  ['le 24 2 55 08 14 168 025 38 14 h', 'between numbers'],
])('%s is a social-security number, %s', (text) => expect(hasSocialSecurityNumber(text)).toBe(true))

test.each([
  ['', 'nothing'],
  ['Mardi 24 novembre 2026 à 14 h 30', 'a day and a time'],
  ['24/11/2026 14:30, 02 54 78 10 20 ou 06 12 34 56 78', 'a date and two telephones'],
  ['+33 2 54 78 10 20', 'a telephone from abroad'],
  ['55217862900132', 'a SIRET'],
  ['121 085 078 00608', 'a SIRET with spaces'],
  ['255081416802539', 'fifteen digits with a wrong key'],
  ['2551314168025', 'a month that there is not'],
  ['2550800168025', 'a département that there is not'],
  ['FR76 3000 6000 0112 3456 7890 189', 'a bank account'],
  ['2550814168025387', 'sixteen digits'],
])('%s is not one: %s', (text) => expect(hasSocialSecurityNumber(text)).toBe(false))

test('the key of the specimen, and of Corsica’s two départements', () => {
  expect(keyOf('2550814168025')).toBe(38)
  expect(keyOf('180062A004001')).toBe(97 - (1800619004001 % 97))
  expect(keyOf('180062B004001')).toBe(97 - (1800618004001 % 97))
})

test('every number is found, with or without its key, however it is spaced and whatever is around', () =>
  fc.assert(
    fc.property(
      births,
      fc.boolean(),
      fc.array(fc.constantFrom('', ' ', '.', '-', '\u00a0', ' - '), { minLength: 15, maxLength: 15 }),
      fc.constantFrom('', 'N° ', '02 ', 'né(e) : ', '(', '\n'),
      fc.constantFrom('', '.', ' 14 h', ', merci', '\n'),
      (birth, isWhole, gaps, before, after) => {
        const spaced = [...(isWhole ? withKey(birth) : birth)]
          .map((each, index) => each + gaps[index])
          .join('')
          .trim()
        expect(hasSocialSecurityNumber(before + spaced + after)).toBe(true)
      },
    ),
  ))

test('no other key makes a number of fifteen digits', () =>
  fc.assert(
    fc.property(births, fc.integer({ min: 0, max: 99 }), (birth, key) => {
      fc.pre(key !== keyOf(birth))
      expect(hasSocialSecurityNumber(birth + two(key))).toBe(false)
    }),
  ))

test('fourteen digits, as of SIRETs, are none', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^\d{14}$/), (digits) => {
      expect(hasSocialSecurityNumber(digits)).toBe(false)
      expect(hasSocialSecurityNumber(digits.replace(/^(...)(...)(...)/, '$1 $2 $3 '))).toBe(false)
    }),
  ))

const decimals = (from: number, to: number) =>
  fc.tuple(fc.double({ min: from, max: to, noNaN: true }), fc.integer({ min: 4, max: 7 })).map(([degrees, digits]) => {
    return degrees.toFixed(digits)
  })
const telephones = fc
  .tuple(
    fc.stringMatching(/^[1-9]\d{8}$/),
    fc.constantFrom('', ' ', '.'),
    fc.constantFrom('0', '+33', '+33 ', '0033 ', '+262 '),
  )
  .map(
    ([digits, gap, prefix]) =>
      prefix + digits.replace(/^(.)(..)(..)(..)(..)$/, ['$1', '$2', '$3', '$4', '$5'].join(gap)),
  )

test('coordinates, telephones and identifiers, alone or side by side, are none', () =>
  fc.assert(
    fc.property(decimals(41, 51.5), decimals(-5, 9.9), fc.uuid(), telephones, (latitude, longitude, id, telephone) => {
      for (const text of [
        `${latitude} ${longitude}`,
        `${longitude}, ${latitude}`,
        `/carte/${latitude}/${longitude}`,
        String(Number(latitude) / 1.37),
        id,
      ])
        expect(hasSocialSecurityNumber(text), text).toBe(false)
      expect(hasSocialSecurityNumber(telephone), telephone).toBe(false)
    }),
  ))

test('the pattern of an input lets none pass', () => {
  const pattern = new RegExp(`^(?:${withoutSocialSecurityNumber})$`, 'v')
  fc.assert(
    fc.property(births, fc.boolean(), (birth, isWhole) => {
      const number = isWhole ? withKey(birth) : birth
      expect(pattern.test(`N° ${number.split('').join(' ')}, merci`)).toBe(false)
      expect(pattern.test(number)).toBe(false)
    }),
  )
  expect(pattern.test('Mardi 24 novembre à 14 h 30, 02 54 78 10 20')).toBe(true)
  expect(pattern.test('')).toBe(true)
})

test('a long text is read at once', () => {
  const start = performance.now()
  hasSocialSecurityNumber('2 55 08 14 168 02 '.repeat(5_000))
  hasSocialSecurityNumber(`${'1 '.repeat(50_000)}x`)
  expect(performance.now() - start).toBeLessThan(1_000)
})
