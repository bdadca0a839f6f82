import { maskNumber } from '@/lib/privacy/safe-text'
import { type ParameterName, parameters, type RepeatableName, type SingleName, type ValueOf } from './parameters'
import type { Reader } from './reader'
import type { Sort } from './schema'

export type QueryParams = URLSearchParams | Readonly<Record<string, string | string[] | undefined>>

/** A parameter that was not understood, and why, in French. */
export interface Problem {
  parameter: string
  value: string
  reason: string
}

export interface ReadingRules {
  /** Names that belong to the page and not to the search: neither read nor refused. */
  alsoAllowed?: readonly string[]
  /** Parameters that make no sense here, and are refused as unknown: an export has no pages. */
  without?: readonly ParameterName[]
  /** A form without JavaScript sends its empty fields too; the API has no such excuse. */
  ignoreEmpty?: boolean
  /** The order with a position when nothing is said */
  nearSort?: Sort
}

/** Reads named parameters one by one and remembers everything that was wrong. */
export class QueryReader {
  readonly #given: Map<string, string[]>
  readonly #problems: Problem[] = []

  constructor(params: QueryParams, rules: ReadingRules) {
    this.#given = collect(params)
    const known = new Set<string>(Object.keys(parameters))
    for (const name of rules.without ?? []) known.delete(name)
    for (const [name, values] of this.#given) {
      if (rules.alsoAllowed?.includes(name)) continue
      if (!known.has(name)) {
        this.#given.delete(name)
        this.#note(name, values.join(', '), 'paramètre inconnu')
      } else if (rules.ignoreEmpty) {
        const filled = values.filter((value) => value.trim() !== '')
        if (filled.length > 0) this.#given.set(name, filled)
        else this.#given.delete(name)
      }
    }
  }

  has(name: ParameterName): boolean {
    return this.#given.has(name)
  }

  one<N extends SingleName>(name: N): ValueOf<N> | undefined {
    const values = this.#given.get(name)
    if (!values) return undefined
    if (values.length > 1) {
      this.#note(name, values.join(', '), 'ce paramètre ne se répète pas')
      return undefined
    }
    return this.#read(name, values)[0]
  }

  many<N extends RepeatableName>(name: N): ValueOf<N>[] {
    return [...new Set(this.#read(name, this.#given.get(name) ?? []))]
  }

  /** Refuses a parameter for a reason that its own text does not show. */
  refuse(name: ParameterName, reason: string): void {
    this.#note(name, (this.#given.get(name) ?? []).join(', '), reason)
  }

  problems(): Problem[] {
    return this.#problems
  }

  #read<N extends ParameterName>(name: N, values: readonly string[]): ValueOf<N>[] {
    const reader = parameters[name] as unknown as Reader<ValueOf<N>>
    return values.flatMap((text) => {
      if (text.trim() === '') {
        this.#note(name, text, 'la valeur est vide')
        return []
      }
      const reading = reader.read(text)
      if ('value' in reading) return [reading.value]
      this.#note(name, text, reading.reason)
      return []
    })
  }

  #note(parameter: string, value: string, reason: string): void {
    this.#problems.push({ parameter: toldAgain(parameter), value: toldAgain(value), reason })
  }
}

function collect(params: QueryParams): Map<string, string[]> {
  const entries =
    params instanceof URLSearchParams
      ? [...params]
      : Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each] as const))
  const given = new Map<string, string[]>()
  for (const [name, value] of entries) given.set(name, [...(given.get(name) ?? []), value])
  return given
}

/** What was received is echoed, not repeated at length; a social-security number is not. */
export function toldAgain(received: string): string {
  const text = maskNumber(received)
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
