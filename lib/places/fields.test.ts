import { describe, expect, test } from 'vitest'
import { calendarDay, normalisedLine, normalisedLines, shownVersion } from './fields'

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe('what PostgreSQL has no room for is refused before it is asked:', () => {
  test.each(['2147483648', '99999999999', '1e308', '0', '-1', '1.5', 'NaN', 'Infinity', 'x'])('version %s', (text) =>
    expect(takes(shownVersion, text)).toBe(false),
  )
  test.each(['0000-01-01', '0000-12-31', '2026-02-31', '10000-01-01'])('day %s', (text) =>
    expect(takes(calendarDay(), text)).toBe(false),
  )
})

test('what a form shows is taken', () => {
  expect(shownVersion.parse('12')).toBe(12)
  expect(calendarDay().parse('2028-02-29')).toBe('2028-02-29')
})

test('numbers behind the question mark of a web address are of a page, elsewhere nobody’s social security', () => {
  const same = (text: string) => text
  for (const schema of [normalisedLine(same, ''), normalisedLines(same, () => '')]) {
    expect(takes(schema, 'https://example.org/?t=1719831234567')).toBe(true)
    expect(takes(schema, 'https://example.org/1719831234567')).toBe(false)
    expect(takes(schema, '? 1719831234567')).toBe(false)
  }
})
