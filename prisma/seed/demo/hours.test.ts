import { expect, test } from 'vitest'
import { isReadable } from '@/lib/hours/opening'
import { libraryHours, neighbourhoodHours, officeHours, openHours, unreadableHours } from './hours'

const readable = [...officeHours, ...libraryHours, ...neighbourhoodHours, ...openHours]

test.each(readable)('%s can be judged', (hours) => {
  for (const departmentCode of ['41', '67', '974']) expect(isReadable(hours, departmentCode)).toBe(true)
})

test('a few cannot, as in life', () => {
  for (const hours of unreadableHours) expect(isReadable(hours, '41')).toBe(false)
})

test('there are enough of them to see differences', () => {
  expect(new Set(readable).size).toBe(readable.length)
  expect(readable.length).toBeGreaterThan(50)
})
