import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldErrors, formObject, nextAttempt, readForm, withoutSecrets } from './form-state'

function formOf(fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

test('a form becomes an object: lists, levels and single values', () => {
  const values = readForm(
    formOf([
      ['name', 'A'],
      ['name', 'B'],
      ['fees[]', 'FREE'],
      ['fees[]', 'PAID'],
      ['services.PIX.note', 'c'],
      ['services.PIX.levels[]', 'BEGINNER'],
    ]),
  )
  expect(JSON.parse(JSON.stringify(formObject(values)))).toEqual({
    name: 'A',
    fees: ['FREE', 'PAID'],
    services: { PIX: { note: 'c', levels: ['BEGINNER'] } },
  })
})

test('what React adds, files and secrets are not shown again', () => {
  const form = formOf([
    ['$ACTION_ID_1', ''],
    ['email', 'a@b.fr'],
    ['password', 'secret'],
  ])
  form.append('file', new File(['x'], 'x.txt'))
  expect(withoutSecrets(readForm(form))).toEqual({ email: ['a@b.fr'] })
})

test('what is no form has no fields, and no text keeps a NUL', () => {
  for (const sent of [undefined, null, 'a=b', 1, [], { name: 'x' }]) expect(Object.keys(readForm(sent))).toEqual([])
  expect({ ...readForm(formOf([['name', 'a\0b']])) }).toEqual({ name: ['ab'] })
})

test('a state that anybody wrote has a next answer too', () => {
  expect(nextAttempt({ attempt: 3 })).toBe(4)
  for (const forged of [undefined, null, {}, { attempt: 1n }, { attempt: Symbol('x') }, { attempt: 'x' }])
    expect(nextAttempt(forged as never)).toBe(1)
})

test('names made to reach an object’s prototype reach nothing', () => {
  const values = readForm(
    formOf([
      ['__proto__.polluted', 'yes'],
      ['constructor.prototype.polluted', 'yes'],
    ]),
  )
  formObject(values)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('a name that is both a value and a level keeps the level', () => {
  const values = readForm(
    formOf([
      ['a', 'x'],
      ['a.b', 'y'],
    ]),
  )
  expect(JSON.parse(JSON.stringify(formObject(values)))).toEqual({ a: { b: 'y' } })
})

test('every field at fault is named, a list by its own name', () => {
  const schema = z.object({ name: z.string('no name'), fees: z.array(z.enum(['FREE'], 'no such fee')) })
  const { error } = schema.safeParse({ fees: ['FREE', 'X', 'Y'] })
  expect(error && fieldErrors(error)).toEqual({ name: 'no name', fees: 'no such fee' })
})
