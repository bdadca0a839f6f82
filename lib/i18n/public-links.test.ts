import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What public pages are made of; the head of the desks, which speak French alone, is no part of them. */
const folders = ['app/(public)', 'components/map', 'components/place', 'components/site', 'components/where']
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !name.startsWith('desk-'))
    .map((name) => join(folder, name)),
)

/** An address of the site that is written or built as it stands; the API, the back office and the pages of helpers have but one. */
const plainAddress =
  /(?:\b(?:href|action)(?:=\{?|: | = )|assign\(|[rR]edirect\()(?:['"`]\/(?!api\/|coordination|orientation)|pageAddress\()/g

function plainLinks(source: string): string[] {
  return [...source.matchAll(plainAddress)]
    .filter(({ index }) => !/<LocalLink\b[^<]*$/.test(source.slice(0, index)))
    .map(({ index }) => source.slice(index, index + 60))
}

test('a link that forgets the language is seen', () => {
  for (const forgetful of [
    '<a href="/lieux">',
    '<form action={`/lieux/`}>',
    '<ButtonLink href={pageAddress(asked)}>',
    "steps={[{ label, href: '/hubs' }]}",
    'window.location.assign(`/lieux?`)',
  ]) {
    expect(plainLinks(forgetful), forgetful).toHaveLength(1)
  }
  for (const right of ['<LocalLink\n  href="/lieux">', "<a href={to('/lieux')}>", '<a href="/api/v1/lieux.csv">']) {
    expect(plainLinks(right), right).toEqual([])
  }
})

test.each([...files, 'app/not-found.tsx'])('%s leads on in the language being read', (file) => {
  expect(plainLinks(readFileSync(file, 'utf8'))).toEqual([])
})
