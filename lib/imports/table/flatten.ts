import { representativePoint } from './representative-point'

type Cells = Map<string, string | string[]>

const deepest = 5
/** An object beyond this is no place; the table would refuse so many columns anyway. */
const mostKeys = 1000

/**
 * A JSON object as cells: nested keys become dotted paths (`adresse.ville`), lists of texts stay lists, lists of
 * objects give one list for each of their keys. The properties of a GeoJSON feature stand without their prefix, and a
 * geometry is the pair of its point, x first.
 */
export function flatten(object: object): Cells {
  const cells: Cells = new Map()
  const isFeature = 'properties' in object && 'geometry' in object
  for (const [key, value] of Object.entries(object)) {
    if (isFeature && (key === 'type' || key === 'bbox')) continue
    if (isFeature && key === 'properties' && isPlain(value)) {
      for (const [name, inner] of Object.entries(value))
        put(cells, name in object ? `properties.${name}` : name, inner, 1)
    } else put(cells, key, value, 1)
  }
  return cells
}

function put(cells: Cells, path: string, value: unknown, depth: number): void {
  if (cells.size > mostKeys) return
  // What PostgreSQL takes for no text is dropped: NUL, half a character
  const key = path
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 180)
    .replace(/[\0\p{Cs}]/gu, '')
  const text = written(value)
  if (text !== undefined) add(cells, key, text)
  else if (Array.isArray(value)) putList(cells, key, value, depth)
  else if (isPlain(value)) {
    if ('type' in value && ('coordinates' in value || 'geometries' in value)) {
      const point = representativePoint(value)
      if (point) add(cells, key, `${point[0]} ${point[1]}`)
    } else if (depth < deepest)
      for (const [name, inner] of Object.entries(value)) put(cells, `${key}.${name}`, inner, depth + 1)
  }
}

function putList(cells: Cells, key: string, list: readonly unknown[], depth: number): void {
  const texts = list.flatMap((item) => written(item) ?? [])
  if (texts.length > 0) {
    // Two numbers are a position, in the order they stand
    const isPair = list.length === 2 && list.every((item) => typeof item === 'number' && !Number.isInteger(item))
    add(cells, key, isPair ? texts.join(' ') : texts)
  }
  if (depth < deepest)
    for (const item of list.filter(isPlain)) {
      const inner: Cells = new Map()
      for (const [name, value] of Object.entries(item)) put(inner, `${key}.${name}`, value, depth + 1)
      for (const [path, text] of inner) cells.set(path, [cells.get(path) ?? [], text].flat())
    }
}

function add(cells: Cells, key: string, value: string | string[]): void {
  if (key !== '' && !cells.has(key)) cells.set(key, value)
}

function isPlain(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function written(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value)
  return typeof value === 'boolean' ? String(value) : undefined
}
