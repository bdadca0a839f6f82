import { expect, test } from 'vitest'
import { maskedQuery } from './safe-address'

const masked = (query: string) => maskedQuery(new URLSearchParams(query))?.toString() ?? null

test('a number is masked in any parameter, name or value, and the rest stays', () => {
  expect(masked('q=n°+255081416802538&lieu=Blois&q=caf')).toBe(`q=${mask}&lieu=Blois&q=caf`)
  expect(masked('2550814168025=1')).toBe(`${mask}=1`)
})

test('other addresses are left as they are: coordinates, identifiers, telephones', () => {
  for (const query of [
    '',
    'lieu=Blois&lat=47.58612345678&lon=1.33612345678',
    'apres=01931f5e-0000-7000-8000-000000000001',
    'sujet=25508141-6802-4538-8000-000000000001',
    'q=02+54+78+10+20',
    `q=${mask}`,
  ])
    expect(masked(query)).toBeNull()
})

const mask = '%E2%80%A2%E2%80%A2%E2%80%A2'
