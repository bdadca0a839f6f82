import { UserError } from '@/lib/errors'
import { shapesOf } from '@/lib/open-data/file-form'
import { type JsonItem, JsonItems, type JsonShape } from '@/lib/open-data/json-items'
import { fromFirstSign } from '@/lib/open-data/lenient-json'
import type { TableRow } from '../mapping/schema'
import { flatten } from './flatten'

export interface JsonTable {
  kind: 'json' | 'geojson'
  rows(): Generator<TableRow>
}

const headLength = 262_144

/**
 * Reads a text as a list of objects: an array, an array under a key, or one object after another.
 *
 * @throws UserError when it holds no list of objects
 */
export function readJsonTable(text: string): JsonTable {
  const start = fromFirstSign(text.slice(0, headLength))
  if (/^\[\s*\]\s*$/.test(start)) throw new UserError('Le fichier ne contient aucun lieu.')
  const shapes = isOnLines(start) ? [lines] : shapesOf(start)
  const counted = shapes.map((shape) => ({ shape, objects: objectsIn(shape, start) }))
  // The first of the names that files give to their list, unless another holds far more
  const best = counted.reduce((one, other) => (other.objects > 3 * one.objects ? other : one), counted[0] ?? none)
  if (best.objects === 0) throw new UserError('Ce fichier JSON ne contient pas de liste de lieux.')
  const { shape } = best
  const kind = shape.kind === 'wrapped' && shape.key === 'features' ? 'geojson' : 'json'
  return { kind, rows: () => rowsOf(text, shape) }
}

const lines: JsonShape = { kind: 'lines' }
const none = { shape: lines, objects: 0 }

/** One object a line: the lists inside of the first are not the file's. */
function isOnLines(start: string): boolean {
  const [first = '', second = ''] = start.split('\n', 2)
  try {
    return second.trimStart().startsWith('{') && typeof JSON.parse(first) === 'object'
  } catch {
    return false
  }
}

function objectsIn(shape: JsonShape, start: string): number {
  const items = new JsonItems(shape)
  let objects = 0
  for (const item of [...items.write(start), ...items.end()]) if (isObject(item)) objects += 1
  // One object alone is no list
  return shape.kind === 'lines' && objects === 1 ? 0 : objects
}

function isObject(item: JsonItem): item is JsonItem & { item: object } {
  return 'item' in item && item.item !== null && typeof item.item === 'object' && !Array.isArray(item.item)
}

function* rowsOf(text: string, shape: JsonShape): Generator<TableRow> {
  const items = new JsonItems(shape)
  for (let at = 0; at < text.length; at += headLength)
    for (const item of items.write(text.slice(at, at + headLength))) yield oneRow(item)
  for (const item of items.end()) yield oneRow(item)
  if (!items.isWhole) throw new UserError('Le fichier JSON est coupé avant sa fin. Téléchargez-le à nouveau.')
}

function oneRow(item: JsonItem): TableRow {
  if ('error' in item) return item
  if (!isObject(item)) return { line: item.line, error: 'Ce n’est pas un objet' }
  return { line: item.line, cells: flatten(item.item) }
}
