import { lenientParse } from './lenient-json'

/** One item of a list, or why it could not be read. Lines count from 1. */
export type JsonItem = { line: number; item: unknown } | { line: number; error: string }

/** Where the items stand: in an array, in an array under a key, or one after another. */
export type JsonShape = { kind: 'array' } | { kind: 'wrapped'; key: string } | { kind: 'lines' }

/** Beyond these an item is no place: it is refused without being kept in memory. */
const longestItem = 1_000_000
const deepestItem = 60

/**
 * Cuts a JSON text into the items of its list, chunk by chunk, whatever its size. An item that is
 * not valid JSON costs itself alone.
 */
export class JsonItems {
  private readonly itemDepth: number
  private depth = 0
  private line = 1
  private isListOpen: boolean
  private isListSeen: boolean
  private isInString = false
  private isEscaped = false
  private isLineStart = true
  /** How much of a comment was read: `/`, `//`, `/*`, or `/**` where a star may end it */
  private comment: '' | '/' | '//' | '/*' | '/**' = ''
  private string = ''
  private item: { line: number; parts: string[]; length: number; deepest: number } | null = null

  constructor(private readonly shape: JsonShape) {
    this.itemDepth = { lines: 0, array: 1, wrapped: 2 }[shape.kind]
    this.isListOpen = shape.kind === 'lines'
    this.isListSeen = this.isListOpen
  }

  /** False when the text stopped before its list did: the file is cut short. */
  get isWhole(): boolean {
    return this.isListSeen && this.depth === 0 && !this.isInString && this.item === null
  }

  *write(text: string): Generator<JsonItem> {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const character = text[at] ?? ''
      if (character === '\n') this.line += 1
      if (this.isLineStart && character === '{' && this.isUnfinished) {
        yield this.abandon()
        from = at
      }
      this.isLineStart = character === '\n'
      if (this.isInString) {
        this.inString(character)
        continue
      }
      if ((this.comment !== '' || character === '/') && this.inComment(character)) continue
      const isBetween = this.isListOpen && this.depth === this.itemDepth
      if (isBetween && this.item && /[,\n\]}]/.test(character)) {
        yield this.finish(text.slice(from, at))
      } else if (isBetween && !this.item && /[^\s,\]}]/.test(character)) {
        this.item = { line: this.line, parts: [], length: 0, deepest: 0 }
        from = at
      }
      if (character === '"') {
        this.isInString = true
        this.string = ''
      } else if (character === '{' || character === '[') this.open(character)
      else if ((character === '}' || character === ']') && this.close()) {
        yield this.finish(text.slice(from, at + 1))
        from = at + 1
      }
    }
    this.keep(text.slice(from))
  }

  *end(): Generator<JsonItem> {
    if (this.item && this.depth === this.itemDepth && !this.isInString) yield this.finish('')
  }

  /** Where items follow one another, each starts a line: one that is still open there never closed. */
  private get isUnfinished(): boolean {
    return this.shape.kind === 'lines' && this.item !== null && (this.depth > 0 || this.isInString)
  }

  private abandon(): JsonItem {
    const line = this.item?.line ?? this.line
    this.item = null
    this.depth = 0
    this.isInString = false
    this.isEscaped = false
    this.comment = ''
    return { line, error: 'Objet JSON illisible' }
  }

  /** Whether a character outside of strings belongs to a comment, or may begin one. */
  private inComment(character: string): boolean {
    const was = this.comment
    if (was === '') this.comment = character === '/' ? '/' : ''
    else if (was === '/') this.comment = character === '/' ? '//' : character === '*' ? '/*' : ''
    else if (was === '//') this.comment = character === '\n' ? '' : was
    else if (character === '*') this.comment = '/**'
    else this.comment = was === '/**' && character === '/' ? '' : '/*'
    return this.comment !== '' || (was !== '' && was !== '/')
  }

  private inString(character: string): void {
    if (this.isEscaped) this.isEscaped = false
    else if (character === '\\') this.isEscaped = true
    else if (character === '"') this.isInString = false
    else if (this.depth === 1 && this.string.length < 100) this.string += character
  }

  private open(character: string): void {
    // Lists may follow one another; under a key, only the first is the file's
    const isList =
      character === '[' &&
      (this.shape.kind === 'array'
        ? this.depth === 0
        : this.shape.kind === 'wrapped' && !this.isListSeen && this.depth === 1 && this.string === this.shape.key)
    this.depth += 1
    if (isList) {
      this.isListOpen = true
      this.isListSeen = true
    } else if (this.item) this.item.deepest = Math.max(this.item.deepest, this.depth - this.itemDepth)
  }

  /** Whether an item ends here. */
  private close(): boolean {
    if (this.isListOpen && this.depth === this.itemDepth && this.shape.kind !== 'lines') this.isListOpen = false
    this.depth = Math.max(0, this.depth - 1)
    return this.isListOpen && this.item !== null && this.depth === this.itemDepth
  }

  private keep(text: string): void {
    if (!this.item) return
    this.item.length += text.length
    if (this.item.length <= longestItem && this.item.deepest <= deepestItem) this.item.parts.push(text)
    else this.item.parts = []
  }

  private finish(text: string): JsonItem {
    this.keep(text)
    const { line = this.line, parts = [], length = 0, deepest = 0 } = this.item ?? {}
    this.item = null
    if (length > longestItem) return { line, error: 'Objet trop long' }
    if (deepest > deepestItem) return { line, error: 'Objet trop profond' }
    try {
      return { line, item: lenientParse(parts.join('')) }
    } catch {
      return { line, error: 'Objet JSON illisible' }
    }
  }
}
