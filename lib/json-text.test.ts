import { expect, test } from 'vitest'
import { jsonText } from './json-text'

test('what PostgreSQL refuses in a text is replaced, names of fields included', () => {
  const half = '😀'.slice(0, 1)
  expect(JSON.parse(jsonText({ [`a${half}`]: [`b${half}`, 'c\0d'] }))).toEqual({ 'a\ufffd': ['b\ufffd', 'c\ufffdd'] })
})

test('everything else stays', () => {
  for (const text of ['😀', '\\ud83d', '\\\\u0000', '\\', '"\n', 'é\u2028'])
    expect(JSON.parse(jsonText([text]))).toEqual([text])
})
