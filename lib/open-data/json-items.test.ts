import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonItems, type JsonShape } from './json-items'

function itemsOf(text: string, shape: JsonShape = { kind: 'array' }, piece = text.length || 1) {
  const items = new JsonItems(shape)
  const read = []
  for (let at = 0; at < text.length; at += piece) read.push(...items.write(text.slice(at, at + piece)))
  read.push(...items.end())
  return { read, isWhole: items.isWhole }
}

describe('JsonItems', () => {
  it('gives each item and the line it starts on', () => {
    expect(itemsOf('[\n {"a": 1},\n\n {"a": "}]"}\n]')).toEqual({
      read: [
        { line: 2, item: { a: 1 } },
        { line: 4, item: { a: '}]' } },
      ],
      isWhole: true,
    })
  })

  it('finds the list under its key, other lists beside it', () => {
    const text = '{"total": 1, "bbox": [1, 2], "tags": [{"x": 1}], "lieux": [{"a": [{"b": 1}]}], "after": [{}]}'
    expect(itemsOf(text, { kind: 'wrapped', key: 'lieux' }).read).toEqual([{ line: 1, item: { a: [{ b: 1 }] } }])
  })

  it('passes over comments, whatever they hold, and keeps what only looks like one', () => {
    const text = '/* l"un */ [ // {\n{"a":"// 1 /* x */" /* "} */, "b":2}, // l"autre\n{"a":/**/3}\n]'
    expect(itemsOf(text, { kind: 'array' }).read.map((one) => 'item' in one && one.item)).toEqual([
      { a: '// 1 /* x */', b: 2 },
      { a: 3 },
    ])
  })

  it('reads the lists that follow one another', () => {
    expect(itemsOf('[{"a":1}]\n[{"a":2}]', { kind: 'array' }).read).toHaveLength(2)
  })

  it('reads one object a line', () => {
    const text = '{"a":1}\n{"a":2}\n'
    expect(itemsOf(text, { kind: 'lines' }).read.map((one) => 'item' in one && one.item)).toEqual([{ a: 1 }, { a: 2 }])
  })

  it.each(['{"a":', '{"a":"b', '{"a":[{', '{"a":"\\'])('loses one line of several for %s', (broken) => {
    const { read } = itemsOf(`{"a":1}\n${broken}\n{"a":2}\n{"a":3}\n`, { kind: 'lines' })
    expect(read).toEqual([
      { line: 1, item: { a: 1 } },
      { line: 2, error: 'Objet JSON illisible' },
      { line: 3, item: { a: 2 } },
      { line: 4, item: { a: 3 } },
    ])
  })

  it('refuses an item that is not JSON, and reads the others', () => {
    const { read, isWhole } = itemsOf('[{"a":1},\n{"a" 2},\n{"a":3}, null, 4, "text"]')
    expect(read).toEqual([
      { line: 1, item: { a: 1 } },
      { line: 2, error: 'Objet JSON illisible' },
      { line: 3, item: { a: 3 } },
      { line: 3, item: null },
      { line: 3, item: 4 },
      { line: 3, item: 'text' },
    ])
    expect(isWhole).toBe(true)
  })

  it.each(['[{"a":1}', '[{"a":1},', '[{"a":"x', '[{"a":1}, {"b"'])('knows that %s was cut short', (text) => {
    expect(itemsOf(text).isWhole).toBe(false)
  })

  it('reads what programs write for nothing, commas too many and raw control characters', () => {
    expect(itemsOf('[{"a": NaN, "b": None, "c": "NaN, ok", "d": True,}, {"e": "x\ty\nz"}]').read).toMatchObject([
      { item: { a: null, b: null, c: 'NaN, ok', d: true } },
      { item: { e: 'x y\nz' } },
    ])
  })

  it('refuses what is too deep or too long, without keeping it', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const long = `{"a":"${'x'.repeat(2_000_000)}"}`
    expect(itemsOf(`[${deep},${long},{"a":1}]`, { kind: 'array' }, 65_536).read).toEqual([
      { line: 1, error: 'Objet trop profond' },
      { line: 1, error: 'Objet trop long' },
      { line: 1, item: { a: 1 } },
    ])
  })

  it('reads what JSON.parse reads, however it is cut', () => {
    const item = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
    fc.assert(
      fc.property(fc.array(item), fc.constantFrom(0, 2), fc.integer({ min: 1, max: 9 }), (items, indent, piece) => {
        const text = JSON.stringify(items, null, indent)
        const { read, isWhole } = itemsOf(text, { kind: 'array' }, piece)
        expect(read.map((one) => 'item' in one && one.item)).toEqual(JSON.parse(text))
        expect(isWhole).toBe(true)
      }),
    )
  })
})
