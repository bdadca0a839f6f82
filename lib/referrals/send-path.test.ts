import { expect, test } from 'vitest'
import { readKnownNeed, sendPath } from './send-path'

const queryOf = (path: string) => new URL(path, 'http://here.invalid').searchParams

test('a need goes from a search to the form by its address', () => {
  const need = { services: ['EMPLOYMENT', 'ONLINE_SAFETY'], supportMode: 'WORKSHOP' } as const
  const path = sendPath('adp-1', need)
  expect(path).toMatch(/^\/orientation\/envoyer\?lieu=adp-1&service=/)
  expect(readKnownNeed(queryOf(path))).toEqual(need)
})

test('a service said twice is one', () => {
  const path = sendPath('adp-1', { services: ['EMPLOYMENT', 'EMPLOYMENT'] })
  expect(queryOf(path).getAll('service')).toHaveLength(1)
})

test('what is no need is left out', () => {
  expect(readKnownNeed(queryOf('/orientation/envoyer?lieu=adp-1&service=nope&accompagnement='))).toEqual({
    services: [],
    supportMode: null,
  })
})
