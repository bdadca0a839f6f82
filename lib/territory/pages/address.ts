import { searchNameOf } from '../search-name'

/** The levels that have pages, as their addresses name them, widest first. */
export const levels = ['regions', 'departements', 'communes'] as const
export type Level = (typeof levels)[number]

/** Whether the first part of an address names a level of territories. */
export const isLevel = (text: string | undefined): text is Level => levels.some((level) => level === text)

export interface Territory {
  level: Level
  /** INSEE's */
  code: string
  name: string
}

/** The one address of a territory: `/communes/37261-tours`. Its code alone decides, its name is for people. */
export function territoryPath({ level, code, name }: Territory): string {
  return `/${level}/${code}-${searchNameOf(name).replaceAll(' ', '-')}`
}

/** The code in the last part of such an address, whatever name follows; null where there is none. */
export function territoryCode(segment: string): string | null {
  return /^(\d[\dAB]\d{0,3})(?:-|$)/.exec(segment.toUpperCase())?.[1] ?? null
}
