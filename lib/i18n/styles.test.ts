import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name)),
)

/** A side by name, or four lengths of which the second is the right: wrong as soon as the text turns. */
const physical = /^.*\b(?:left|right)\b.*;|^\s*(?:margin|padding|inset):(?: \S+){4};/gm
const withoutFunctions = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\((?:[^()]|\([^()]*\))*\)/g, '')

test.each(files)('%s says start and end, so that Arabic is laid out from right to left', (file) => {
  expect(withoutFunctions(readFileSync(file, 'utf8')).match(physical) ?? []).toEqual([])
})
