/**
 * The items of a list, whatever joins them: `|` today, `;` or `,` in older files, an array as a
 * program prints it. Commas only separate where nothing stronger does, and never inside parentheses.
 */
export function splitList(written: string | readonly string[]): string[] {
  if (typeof written !== 'string')
    return written.flatMap((item) => (item.includes('|') ? splitList(item) : [item.trim()])).filter(Boolean)
  const text = /^\[.*\]$|^\{.*\}$/s.test(written) ? unwrap(written) : written
  const strong = text
    .split(/[|;\n\u2022]/)
    .map((item) => item.trim())
    .filter(Boolean)
  return strong.length === 1 ? splitCommas(strong[0] ?? '') : strong
}

/** At commas, outside parentheses. */
export function splitCommas(text: string): string[] {
  const items: string[] = []
  let depth = 0
  let item = ''
  for (const character of text) {
    if (character === '(') depth += 1
    if (character === ')') depth = Math.max(0, depth - 1)
    if (character === ',' && depth === 0) {
      items.push(item)
      item = ''
    } else item += character
  }
  return [...items, item].map((part) => part.trim()).filter(Boolean)
}

/** `["a","b"]` of JSON, `['a', 'b']` of Python, `{a,"b"}` of PostgreSQL → `a|b`. */
function unwrap(text: string): string {
  const inner = text.slice(1, -1)
  const quoted = inner.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'(?=\s*(?:,|$))/g)
  if (!quoted) return inner
  return quoted.map((item) => item.slice(1, -1).replace(/\\(.)/g, '$1')).join('|')
}
