import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What an action is made with, or asks by itself, before it does anything. */
const signedInDoors = ['formAction', 'signInFormAction', 'sessionAction', 'factorAction']
const publicDoors = ['publicFormAction', 'checkOrigin']

/** What anybody may send, outside the pages that anybody may open, and why. */
const withoutAccount: Readonly<Record<string, string>> = {
  '(orientation)/orientation assessAction':
    'reads public places and writes nothing; answer() asks what every form is asked',
  '(orientation)/orientation spotAction': 'the same',
  '(orientation)/orientation/rejoindre askAction': 'she has no account yet: throttled',
  '(orientation)/orientation/rejoindre openAction': 'by the link of a message',
  '(orientation)/orientation/rejoindre leaveAction': 'signs out',
}

/** Made of two actions of the same file that ask. */
const composed = ['(coordination)/coordination/personnes inviteAction']

const actions = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') }))
  .filter(({ text }) => text.startsWith("'use server'"))
  .flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:const (\w+) = (\w+)|async function (\w+)[\s\S]*?^\})/gm)].map(
      ([body, made, by, own]) => ({
        name: `${path.replace(/\/[\w-]+\.ts$/, '')} ${made ?? own}`,
        by: by ?? [...signedInDoors, ...publicDoors].find((door) => body.includes(`${door}(`)) ?? 'nothing',
      }),
    ),
  )

describe('every server action', () => {
  test('asks where the request comes from, and who sends it wherever an account is needed', () => {
    expect(actions.length).toBeGreaterThan(60)
    const needsAccount = (name: string) => /^\((coordination|orientation)\)/.test(name)
    const unasked = actions
      .filter(({ name }) => !(name in withoutAccount) && !composed.includes(name))
      .filter(({ name, by }) => !signedInDoors.includes(by) && (needsAccount(name) || !publicDoors.includes(by)))
    expect(unasked).toEqual([])
  })

  test('that is excepted is still there', () => {
    const names = actions.map(({ name }) => name)
    expect([...Object.keys(withoutAccount), ...composed].filter((name) => !names.includes(name))).toEqual([])
  })
})
