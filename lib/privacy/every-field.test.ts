import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sendInput } from '@/lib/referrals/schema'
import { noNumber } from './safe-text'

const root = join(import.meta.dirname, '../..')
const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`)

const number = '255081416802538'
const typed = [`Voici ${number} merci`, number, `${number}@example.org`, `https://example.org/${number}`]

/** What is no text of people, by the end of its path: nothing of it is kept but the password, which nobody reads. */
const untyped: Readonly<Record<string, string>> = {
  password: 'a secret, kept as its hash',
  chosenPassword: 'the same',
  confirmation: 'a secret',
  presentPassword: 'a secret',
  code: 'the code of a second factor: compared, and forgotten',
  token: 'of a link: compared, and forgotten',
  response: 'what a passkey signed: the library judges it',
  returnTo: 'a path of ours, or nowhere',
  seal: 'signed by us, or refused',
  website: 'a trap for programs: what fills it in is thrown away',
  id: 'names a row that is there, or nothing',
  person: 'the same',
  placeIds: 'the same',
  take: 'names fields of a proposal, or nothing',
  all: 'a box',
  rest: 'a box',
  offered: 'a box',
  sheet: 'names a sheet of the file, or nothing',
  column: 'names a field, or nothing',
  to: 'a day, judged beside the first one',
  chosenPlaces: 'ids of places, of an address',
}
/** What no form sends: how a file is read, as it is kept once its form has been judged. */
const kept = ['fieldMapping', 'mappingSchema']

interface Field {
  path: string
  schema: z.ZodType
  /** The value that has this text in it */
  holding: (text: string) => unknown
}

/** The schema under defaults and rewritings. */
function coreOf(schema: z.ZodType): z.ZodType {
  const { innerType, in: before, out: after } = schema.def as unknown as Record<string, z.ZodType | undefined>
  if (innerType) return coreOf(innerType)
  if (before && after) return coreOf(before.def.type === 'transform' ? after : before)
  return schema
}

/** Every field of a schema, as deep as it goes. A list is judged as a whole. */
function fieldsOf(path: string, schema: z.ZodType): Field[] {
  const core = coreOf(schema)
  if (core instanceof z.ZodObject)
    return Object.entries(core.shape).flatMap(([name, each]) => fieldsOf(`${path}.${name}`, each as z.ZodType))
  if (core instanceof z.ZodUnion || core instanceof z.ZodDiscriminatedUnion)
    return core.options.flatMap((option) => fieldsOf(path, option as z.ZodType))
  if (core instanceof z.ZodIntersection)
    return [core.def.left, core.def.right].flatMap((side) => fieldsOf(path, side as z.ZodType))
  if (core instanceof z.ZodRecord) return fieldsOf(path, core.valueType as z.ZodType)
  if (core instanceof z.ZodArray && coreOf(core.element as z.ZodType) instanceof z.ZodObject)
    return fieldsOf(path, core.element as z.ZodType)
  const isList = core instanceof z.ZodArray
  return [{ path, schema, holding: (text) => (isList ? [text] : text) }]
}

const schemas = await Promise.all(
  filesOf('lib')
    .filter((path) => path.endsWith('/schema.ts'))
    .map(async (path) => Object.entries(await import(join(root, path)))),
)
const fields = schemas
  .flat()
  .filter((exported): exported is [string, z.ZodType] => exported[1] instanceof z.ZodType)
  .filter(([name]) => !kept.includes(name))
  .flatMap(([name, schema]) => fieldsOf(name, schema))

/** Whether what is read of a field still has the number in it. */
const lets = ({ schema, holding }: Field, text: string) =>
  JSON.stringify(schema.safeParse(holding(text)).data ?? null).includes(number)

describe('a social-security number', () => {
  test('is let through by no field of any form', () => {
    expect(fields.length).toBeGreaterThan(300)
    const open = fields.filter(({ path }) => !((path.split('.').at(-1) ?? '') in untyped))
    const letting = open.filter((field) => typed.some((text) => lets(field, text)))
    expect(letting.map(({ path }) => path)).toEqual([])
  })

  test('is refused with a sentence that says so', () => {
    const said = sendInput.safeParse({ need: number }).error?.issues.find(({ path }) => path[0] === 'need')?.message
    expect(said).toBe(noNumber)
  })

  test('has no field elsewhere: pages describe no text of a form by themselves', () => {
    const here = filesOf('app')
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
      .flatMap((path) => readFileSync(join(root, path), 'utf8').split('\n'))
      .filter((line) => line.includes('z.string('))
    expect(here.filter((line) => !/\b(token = |returnTo: )/.test(line))).toEqual([])
  })
})
