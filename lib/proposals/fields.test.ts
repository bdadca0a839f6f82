import { expect, test } from 'vitest'
import { placeInput } from '@/lib/places/schema'
import { snapshotOf } from '@/lib/places/snapshot'
import { placeNamed } from '@/tests/support/place-named'
import { proposedFields, textOf } from './fields'
import { withoutRewriting } from './text-rules'

const started = snapshotOf({ ...placeNamed('À Blois', { phone: '02 54 00 00 00' }), status: 'PUBLISHED' })

test('a proposal is read beside the place of today: what it says already, and what has changed since', () => {
  const now = { ...started, phone: '+33254000011', openingHours: 'Mo 09:00-12:00' }
  const changes = { phone: '+33254000022', openingHours: 'Mo 09:00-12:00', summary: 'Un lieu.' }
  expect(proposedFields(now, started, changes)).toEqual([
    { field: 'phone', now: '+33254000011', proposed: '+33254000022', hasMoved: true, isDone: false },
    { field: 'openingHours', now: 'Mo 09:00-12:00', proposed: 'Mo 09:00-12:00', hasMoved: true, isDone: true },
    { field: 'summary', now: null, proposed: 'Un lieu.', hasMoved: false, isDone: false },
  ])
})

test('what is written in a field is read back as it was', () => {
  const { emails, phone, openingHours } = placeInput.shape
  expect(emails.parse(textOf(['a@example.org', 'b@example.org']))).toEqual(['a@example.org', 'b@example.org'])
  expect(phone.parse(textOf('+33254000000'))).toBe('+33254000000')
  expect(openingHours.parse(textOf(null))).toBeNull()
})

test('what was only shown and sent back is no change, though its rule would write it otherwise', () => {
  const now = { ...started, websites: ['https://exemple.fr'] }
  expect(withoutRewriting(now, { websites: ['https://exemple.fr/'] })).toEqual({ websites: ['https://exemple.fr'] })
  expect(withoutRewriting(now, { websites: ['https://autre.fr/'] })).toEqual({ websites: ['https://autre.fr/'] })
})
