import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const isSource = (path: string) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path)

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') }))
}

/** The text between a parenthesis and the one that closes it. */
function parameters(text: string, from: number): string {
  for (let depth = 0, at = from; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && --depth === 0) return text.slice(from, at)
  }
  throw new Error('A parenthesis is never closed.')
}

/** `places/mutations createPlace`: what is written in `lib/` to read or write the database. */
const keyOf = (path: string, name: string) => `${path.replace(/^lib\/|\.ts$/g, '')} ${name}`

/** Every exported function of a `queries.ts` or a `mutations.ts` that is told who asks. */
export function functionsOfSomebody(): string[] {
  const declaration = /^export (?:async )?(?:function\*? (\w+)(?:<[^(]*>)?|const (\w+) = (?:\w+\()?(?:async )?)(?=\()/gm
  return sources('lib')
    .filter(({ path }) => /\/(queries|mutations)\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(declaration)]
        .filter((found) => /\b(CurrentUser|Party)\b/.test(parameters(text, found.index + found[0].length)))
        .map((found) => keyOf(path, found[1] ?? found[2] ?? '')),
    )
    .sort()
}

/** Every function of a `queries.ts` or a `mutations.ts` that the back office calls. */
export function functionsOfTheBackOffice(): string[] {
  const imported = /import (?:type )?\{([^}]*)\} from '@\/lib\/([^']*(?:queries|mutations))'/g
  const found = sources('app/(coordination)').flatMap(({ text }) =>
    [...text.matchAll(imported)].flatMap(([, names = '', module = '']) =>
      names
        .split(',')
        .map((name) => name.trim().replace(/ as .*/, ''))
        // A type, or a number of lines a page
        .filter((name) => /^[a-z]\w*$/.test(name) && !name.startsWith('type ') && !/PerPage$/.test(name))
        .map((name) => keyOf(`lib/${module}.ts`, name)),
    ),
  )
  return [...new Set(found)].sort()
}
