import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeNamed } from '@/tests/support/place-named'
import { changeBetween, type EditablePlace, rewind, snapshotOf } from '../snapshot'
import { withoutChange, withValues } from './former-values'

const anyPlace: fc.Arbitrary<EditablePlace> = fc
  .record({
    name: fc.constantFrom('Médiathèque', 'Mairie', 'Espace Léo'),
    phone: fc.constantFrom('', '02 54 00 00 00', '02 54 00 00 01'),
    summary: fc.constantFrom('', 'Un lieu', 'Un autre lieu'),
    fees: fc.subarray(['FREE', 'PAID']),
    services: fc.subarray(['EMPLOYMENT', 'ONLINE_SAFETY', 'DIGITAL_CULTURE']),
    note: fc.constantFrom('', 'Lundi', 'Mardi'),
    status: fc.constantFrom('DRAFT' as const, 'PUBLISHED' as const),
  })
  .map(({ name, services, note, status, ...fields }) => ({
    ...placeNamed(name, {
      ...fields,
      services: Object.fromEntries(services.map((service) => [service, { offered: 'on', note }])),
    }),
    status,
  }))

it('a change undone at once leaves the place as it was', () => {
  fc.assert(
    fc.property(anyPlace, anyPlace, (before, after) => {
      const change = changeBetween(snapshotOf(before), snapshotOf(after)) ?? { before: {}, after: {} }
      const undone = withoutChange(after, change)
      expect(undone.left).toEqual([])
      expect(changeBetween(snapshotOf(before), snapshotOf(undone.place))).toBeNull()
    }),
  )
})

it('a change undone later leaves what was changed since', () => {
  fc.assert(
    fc.property(anyPlace, anyPlace, anyPlace, (first, second, third) => {
      const change = changeBetween(snapshotOf(first), snapshotOf(second)) ?? { before: {}, after: {} }
      const { place, left } = withoutChange(third, change)
      const [was, now, is] = [snapshotOf(first), snapshotOf(third), snapshotOf(place)]
      for (const field of new Set([...Object.keys(was), ...Object.keys(now)])) {
        const isUndone = field in change.before && !left.includes(field)
        expect(is[field] ?? null).toEqual((isUndone ? was[field] : now[field]) ?? null)
      }
    }),
  )
})

it('a place taken back to a version is what it was then', () => {
  fc.assert(
    fc.property(fc.array(anyPlace, { minLength: 2, maxLength: 6 }), (versions) => {
      const snapshots = versions.map(snapshotOf)
      const changes = snapshots
        .slice(1)
        .flatMap((snapshot, index) => changeBetween(snapshots[index] ?? {}, snapshot) ?? [])
      const [first] = versions
      const last = versions.at(-1)
      if (!first || !last) throw new Error('no version')
      const back = withValues(last, rewind(snapshotOf(last), changes.reverse()))
      expect(changeBetween(snapshotOf(first), snapshotOf(back))).toBeNull()
    }),
  )
})

it('fields that places no longer have are left out', () => {
  const [place] = fc.sample(anyPlace, 1)
  if (!place) throw new Error('no place')
  expect(withValues(place, { fax: '01', name: 'Autre' })).toEqual({ ...place, name: 'Autre' })
})
