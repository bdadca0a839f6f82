import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from './phone'

const read = (text: string, departmentCode?: string) => readPhone(text, departmentCode).value

describe('readPhone', () => {
  it.each([
    '01 99 00 12 34',
    '01.99.00.12.34',
    '01-99-00-12-34',
    '01/99/00/12/34',
    '0199001234',
    '+33199001234',
    '+33 (0)1 99 00 12 34',
    '(+33) 1 99 00 12 34',
    '0033 1 99 00 12 34',
    '33199001234',
    '+330199001234',
    '199001234',
    '199001234.0',
    "'0199001234",
    'Tél. : 01 99 00 12 34 (accueil)',
    'o1 99 oo 12 34',
    '01\u00A099\u00A000\u00A012\u00A034',
    '01 99 00 12 34 poste 12',
    '01 99 00 12 34 (0,12 €/min)',
    'Mairie (tél. 01 99 00 12 34)',
    '(01-99-00-12-34)',
    'Fax : 01 99 00 12 35 - Tél. : 01 99 00 12 34',
    'Tél./fax : 01 99 00 12 34',
    'Tél. : 01 99 00 12 34 Fax : 01 99 00 12 35',
  ])('reads %s', (text) => {
    expect(read(text)).toBe('+33199001234')
  })

  it.each([
    ['0590 99 00 12', '+590590990012'],
    // Two zeros of the number itself, not those that a spreadsheet writes after its point
    ['01.99.00.12.00', '+33199001200'],
    ['0694 99 00 12', '+594694990012'],
    ['+33696990012', '+596696990012'],
    ['+2620262990012', '+262262990012'],
    ['+262990012', '+262262990012'],
    ['+269269990012', '+262269990012'],
    ['+269990012', '+262269990012'],
    ['0639 99 00 12', '+262639990012'],
    ['0508 99 00 12', '+508990012'],
  ])('gives %s the code of its territory', (text, phone) => {
    expect(read(text)).toBe(phone)
  })

  it('reads six digits only where numbers have six, with or without the code of the territory', () => {
    expect(read('24 12 34', '988')).toBe('+687241234')
    expect(read('687 24 12 34', '988')).toBe('+687241234')
    expect(read('0687 24 12 34', '988')).toBe('+33687241234')
    expect(read('687 24 12 34', '75')).toBe('+33687241234')
    expect(read('(689) 40 24 12 34', '987')).toBe('+68940241234')
    expect(read('24 12 34', '75')).toBeNull()
  })

  it.each([
    '01 99 00 12 34 / 06 39 98 12 34',
    '0199001234 0639981234',
    '01 99 00 12 34 ou 06 39 98 12 34',
    '01 99 00 12 34 (Mme A. au 06 39 98 12 34)',
    '+33 1 99 00 12 34 (06 39 98 12 34)',
  ])('keeps the first of two numbers and says so: %s', (text) => {
    const { value, notes } = readPhone(text)
    expect(value).toBe('+33199001234')
    expect(notes.map(({ kind }) => kind)).toEqual(['dropped'])
  })

  it.each([
    '+',
    '+33',
    '3949',
    '01 99 00 12 3',
    '01 99 00 12 345',
    '1,99E+08',
    '+41 22 000 00 00',
    '+596595990012',
    'non',
  ])('drops %s with a note rather than guess', (text) => {
    expect(readPhone(text)).toMatchObject({ value: null, notes: [{ kind: 'dropped', value: text }] })
  })

  it('says nothing of an empty cell', () => {
    expect(readPhone('')).toEqual({ value: null, notes: [] })
  })

  it('always answers the national form or nothing, and reads its own answer back', () => {
    const national = /^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)\d{6,9}$/
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ./()-]{0,25}$/)), (text) => {
        const phone = read(text)
        if (phone === null) return
        expect(phone).toMatch(national)
        expect(readPhone(phone)).toEqual({ value: phone, notes: [] })
      }),
    )
  })
})
