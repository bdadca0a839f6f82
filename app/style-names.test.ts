import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => ({ file: join(folder, path), text: readFileSync(join(root, folder, path), 'utf8') })),
)

/** `styles.name` where the style sheet has no `.name`: nothing else notices that a part lost its looks. */
function missingIn({ file, text }: (typeof sources)[number]): string[] {
  return [...text.matchAll(/^import (\w+) from '(.+\.module\.css)'$/gm)].flatMap(([, sheet = '', path = '']) => {
    const css = readFileSync(join(root, path.startsWith('@/') ? path.slice(2) : join(dirname(file), path)), 'utf8')
    // Neither a path nor the key of a message
    const named = text.matchAll(new RegExp(`(?<![\\w'/])${sheet}\\.(\\w+)`, 'g'))
    return [...named].flatMap(([, name = '']) => (css.includes(`.${name}`) ? [] : `${file} ${name}`))
  })
}

test('each class that a component names stands in its style sheet', () => {
  expect(sources.flatMap(missingIn)).toEqual([])
})
