import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const files = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
)

/** By stylesheet: the classes that code names, and whether it also looks some up by a value. */
const uses = new Map<string, { names: Set<string>; byValue: boolean }>()
for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
  const code = readFileSync(file, 'utf8')
  for (const [, variable, path = ''] of code.matchAll(/^import (\w+) from '([^']+\.module\.css)'$/gm)) {
    const sheet = path.startsWith('@/') ? path.slice(2) : normalize(join(dirname(file), path))
    const use = uses.get(sheet) ?? { names: new Set(), byValue: false }
    const withoutStrings = code.replace(/'[^'\n]*'/g, '')
    for (const [, name = ''] of withoutStrings.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'))) use.names.add(name)
    use.byValue ||= withoutStrings.includes(`${variable}[`)
    uses.set(sheet, use)
  }
}

test.each(files.filter((name) => name.endsWith('.module.css')))(
  '%s has the classes that are used, and no other',
  (sheet) => {
    const css = readFileSync(sheet, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/:global\([^)]*\)/g, '')
    const selectors = css.match(/[^{};]+(?=\{)/g)?.join(' ') ?? ''
    const classes = new Set(Array.from(selectors.matchAll(/\.([a-zA-Z][\w-]*)/g), ([, name]) => name))
    const { names, byValue } = uses.get(sheet) ?? { names: new Set(), byValue: false }
    expect([...names].filter((name) => !classes.has(name))).toEqual([])
    if (!byValue) expect([...classes].filter((name) => !names.has(name ?? ''))).toEqual([])
  },
)
