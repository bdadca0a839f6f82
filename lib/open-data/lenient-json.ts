/** Comments, as JavaScript has them. */
const comment = String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/`
const comments = new RegExp(`"(?:[^"\\\\]|\\\\[\\s\\S])*"|${comment}`, 'g')
const leading = new RegExp(`^(?:\\s|${comment})+`)

/** The same text from its first sign on, comments left out. */
export function fromFirstSign(text: string): string {
  return text.replace(leading, '')
}

/** Strings, or what JSON does not know outside them: Python's and JavaScript's ways to say "nothing", a comma too many. */
const slips = /"(?:[^"\\]|\\[\s\S])*"|-?\b(?:NaN|nan|Infinity|None|undefined)\b|\bTrue\b|\bFalse\b|,(?=\s*[}\]])/g

/**
 * Parses JSON, and JSON as some programs write it: `NaN` or `None` for nothing, raw control
 * characters in strings, a comma before a closing bracket, comments.
 *
 * @throws SyntaxError when it is still not JSON
 */
export function lenientParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const uncommented = text.replace(comments, (found) => (found.startsWith('"') ? found : ' '))
    return JSON.parse(uncommented.replace(/[^\P{Cc}\n]/gu, ' ').replace(slips, mend))
  }
}

function mend(token: string): string {
  if (token.startsWith('"')) return token.replaceAll('\n', '\\n')
  if (token === ',') return ''
  if (token === 'True' || token === 'False') return token.toLowerCase()
  return 'null'
}
