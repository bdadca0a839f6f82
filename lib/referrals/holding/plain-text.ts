/** Facts under the names that people read: a fact, a list of facts, or more of the same. */
export interface Told {
  [name: string]: string | readonly string[] | readonly Told[] | Told
}

/** The same facts as lines to read, what belongs together indented. */
export function plainText(told: Told, indent = ''): string {
  return Object.entries(told)
    .map(([name, fact]) => {
      if (typeof fact === 'string') return `${indent}${name}\u00a0: ${fact.replaceAll('\n', `\n${indent}  `)}`
      const within = `${indent}  `
      const parts = Array.isArray(fact) ? (fact as readonly (string | Told)[]) : [fact as Told]
      const lines = parts.map((part) => (typeof part === 'string' ? `${within}- ${part}` : plainText(part, within)))
      return `${indent}${name}\n${lines.join(parts.some((part) => typeof part === 'string') ? '\n' : '\n\n')}`
    })
    .join('\n')
}
