import { expect, it } from 'vitest'
import type { EditablePlace } from '@/lib/places/snapshot'
import { placeNamed } from '@/tests/support/place-named'
import { differingFields, isList, likelySide, mergedPlace, mergeFields } from './merge'

const place = (fields: Record<string, unknown>): EditablePlace => ({
  ...placeNamed('Médiathèque', fields),
  status: 'PUBLISHED',
})

const one = place({
  phone: '02 54 00 00 00',
  fees: ['FREE'],
  services: { EMPLOYMENT: { offered: 'on', note: 'Lundi' } },
})
const other = place({
  name: 'Médiathèque Genevoix',
  latitude: '47.6',
  fees: ['PAID'],
  services: { EMPLOYMENT: { offered: 'on', note: 'Mardi' }, ONLINE_SAFETY: { offered: 'on' } },
})

it('only what differs is asked, an address with its position as one', () => {
  expect(differingFields(one, other)).toEqual(['name', 'address', 'phone', 'fees'])
  expect(differingFields(one, one)).toEqual([])
})

it('every column a person may change can be chosen', () => {
  // Services and dates are united.
  const { services: _, status: __, programmeTerms: ___, labelTerms: ____, ...columns } = one
  const reached = new Set(mergeFields.flatMap((field) => Object.keys(mergedColumns(field))))
  expect([...reached].sort()).toEqual(Object.keys(columns).sort())
})

/** The columns that taking one field from the other side touches. */
function mergedColumns(field: (typeof mergeFields)[number]) {
  const marked = Object.fromEntries(Object.keys(one).map((column) => [column, `marked ${column}`])) as never
  const merged = mergedPlace(
    { one, other: { ...(marked as EditablePlace), services: [], programmeTerms: [], labelTerms: [] } },
    'one',
    {
      [field]: 'other',
    },
  )
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => String(value).startsWith('marked')))
}

it('what was chosen is taken, lists can be united, and no service is lost', () => {
  const merged = mergedPlace({ one, other }, 'one', { address: 'other', fees: 'both' })
  expect(merged).toMatchObject({ name: 'Médiathèque', latitude: 47.6, fees: ['FREE', 'PAID'], phone: one.phone })
  expect(merged.services.map(({ service, note }) => [service, note])).toEqual([
    ['EMPLOYMENT', 'Lundi'],
    ['ONLINE_SAFETY', null],
  ])
})

it('proposes what is not empty, and both lists', () => {
  expect(isList(one, 'fees')).toBe(true)
  expect(likelySide(one, other, 'fees', 'other')).toBe('both')
  expect(likelySide(one, place({}), 'fees', 'other')).toBe('one')
  expect(likelySide(one, other, 'phone', 'other')).toBe('one')
  expect(likelySide(one, other, 'name', 'other')).toBe('other')
})

it('the dates of both programmes are kept, the kept place’s where both have some', () => {
  const dated = (rows: object) => place({ programmes: ['PIX', 'AIDANTS_CONNECT'], programmeTerms: rows })
  const both = {
    one: dated({ PIX: { since: '2024-01-01' } }),
    other: dated({ PIX: { since: '2020-01-01' }, AIDANTS_CONNECT: { until: '2027-12-31' } }),
  }
  expect(mergedPlace(both, 'one', {}).programmeTerms).toMatchObject([
    { code: 'PIX', since: '2024-01-01' },
    { code: 'AIDANTS_CONNECT', until: '2027-12-31' },
  ])
})
