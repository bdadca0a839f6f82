import { beforeAll, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError } from '@/lib/errors'
import { actions } from '../support/permissions/actions'
import { functionsOfSomebody, functionsOfTheBackOffice } from '../support/permissions/back-office-functions'
import { withoutTerritory } from '../support/permissions/exceptions'
import { lists } from '../support/permissions/lists'
import type { Action, Rule } from '../support/permissions/rule'
import {
  type Ground,
  grounds,
  openScenes,
  type Person,
  people,
  type Scene,
  type Scenes,
} from '../support/permissions/scenes'

let scenes: Scenes

beforeAll(async () => {
  scenes = await openScenes()
})

/** What the table says; what it does not say is refused. */
function mayThere({ may, elsewhere }: Rule, person: Person, ground: Ground): boolean {
  if (elsewhere === 'same') return rolesOf[person].some((role) => may.includes(role))
  if (person === 'readerHere') return may.includes(ground === 'own' ? 'reader' : 'coordinator')
  return may.includes(person) && (ground === 'own' || person === 'administrator')
}

/** Whose rights somebody has, where it does not matter where. */
const rolesOf: Record<Person, Person[]> = {
  ...(Object.fromEntries(people.map((person) => [person, [person]])) as Record<Person, Person[]>),
  neighbour: ['placeEditor'],
  readerHere: ['reader', 'coordinator'],
}

const cells = grounds.flatMap((ground) => people.map((person) => [person, ground] as const))
const told = (answers: Map<string, boolean>) => [...answers].filter(([, may]) => may).map(([cell]) => cell)
const expectedOf = (rule: Rule) =>
  told(new Map(cells.map(([person, ground]) => [`${person} ${ground}`, mayThere(rule, person, ground)])))

describe('every action is done by whom the table says, and refused to all others without a trace', () => {
  test.each(Object.entries(actions))('%s', async (_, rule) => {
    const answers = new Map<string, boolean>()
    for (const ground of grounds) {
      const allowed = people.filter((person) => mayThere(rule, person, ground))
      for (const person of allowed)
        answers.set(`${person} ${ground}`, await tried(rule, await ready(rule, ground), person))
      // They share a scene, which stays as it is.
      const shared = await ready(rule, ground)
      const refused = people.filter((person) => !allowed.includes(person))
      const users = new Map<Person, CurrentUser>()
      for (const person of refused) users.set(person, await scenes.person(person, shared.scene))
      const before = await everything()
      for (const [person, user] of users) answers.set(`${person} ${ground}`, await tried(rule, shared, person, user))
      expect(await everything(), ground).toBe(before)
    }
    expect(told(answers)).toEqual(expectedOf(rule))
  })
})

describe('every list shows to whom the table says, and to nobody else', () => {
  test.each(Object.entries(lists))('%s', async (_, rule) => {
    const answers = new Map<string, boolean>()
    for (const ground of grounds) {
      const { scene, prepared } = await ready(rule, ground)
      for (const person of people) {
        const user = await scenes.person(person, scene)
        let sees = false
        const isAnswered = await isDone(
          rule.sees(user, scene, prepared, scenes).then((answer) => {
            sees = answer
          }),
          rule.refusedBy,
        )
        answers.set(`${person} ${ground}`, isAnswered && sees)
      }
    }
    expect(told(answers)).toEqual(expectedOf(rule))
  })
})

interface Ready {
  scene: Scene
  prepared: string
}

async function tried(rule: Action, { scene, prepared }: Ready, person: Person, known?: CurrentUser): Promise<boolean> {
  const user = known ?? (await scenes.person(person, scene))
  return isDone(rule.act(user, scene, prepared, scenes), rule.refusedBy)
}

async function ready(rule: Rule, ground: Ground): Promise<Ready> {
  const scene = await scenes.scene(ground)
  return { scene, prepared: (await rule.prepare?.(scene, scenes)) ?? '' }
}

/** Refused is a refusal: another error is a fault of the test, or worse. */
async function isDone(doing: Promise<unknown>, refusedBy: Rule['refusedBy'] = ForbiddenError): Promise<boolean> {
  try {
    await doing
    return true
  } catch (error) {
    if (error instanceof ForbiddenError || error instanceof refusedBy) return false
    throw error
  }
}

/** Everything that a person may write, as one short text; not how often she tried, nor what she only looks at. */
async function everything(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
      AND table_name NOT IN ('_prisma_migrations', 'Commune', 'FormerCommune', 'Throttle', 'BulkEdit', 'BulkEditItem')`
  // A row that is added or changed bears a later transaction than any before it.
  const sums = tables.map(
    ({ name }) => `SELECT '${name}' AS name, count(*)::int, max(xmin::text::bigint)::text AS last FROM "${name}"`,
  )
  return JSON.stringify(await db.$queryRawUnsafe(`${sums.join(' UNION ALL ')} ORDER BY name`))
}

describe('nothing is forgotten', () => {
  const inTable = [...Object.keys(actions), ...Object.keys(lists)].map((line) => line.replace(/ \(.*\)$/, ''))

  test('every function that is told who asks has a line in the table', () => {
    const known = new Set([...inTable, ...Object.keys(withoutTerritory)])
    expect(functionsOfSomebody().filter((name) => !known.has(name))).toEqual([])
  })

  test('every function that the back office calls has a line, or a reason to have none', () => {
    const known = new Set([...inTable, ...Object.keys(withoutTerritory)])
    expect(functionsOfTheBackOffice().filter((name) => !known.has(name))).toEqual([])
  })

  test('the table names nothing that is no longer there', () => {
    const there = new Set([...functionsOfSomebody(), ...functionsOfTheBackOffice()])
    expect([...inTable, ...Object.keys(withoutTerritory)].filter((name) => !there.has(name))).toEqual([])
  })
})
