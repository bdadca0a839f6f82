import { searchNameOf } from '@/lib/territory/search-name'
import { isGeneric, placeTypeOf } from './generic-words'

/** What two places are compared by. */
export interface Described {
  id: string
  name: string
  address: string
  communeCode: string
  communeName: string
  latitude: number
  longitude: number
  /** Known to the street, the commune or the postcode only */
  isApproximate: boolean
  /** SIRET, RNA or RIDET */
  pivot: string | null
  phone: string | null
  emails: readonly string[]
  websites: readonly string[]
}

/** A place made ready to be compared many times. */
export interface Comparable extends Described {
  foldedName: string
  /** Words of the name that tell it from others: neither generic nor those of its commune */
  tellingWords: string[]
  /** What the name says that it is: `MAIRIE`, `MEDIATHEQUE`… */
  types: ReadonlySet<string>
  /** Number in the street, with its letter: `18b` */
  number: string
  streetWords: string[]
  hosts: ReadonlySet<string>
}

/** Reads of a place, once, what each comparison with another asks for. */
export function comparable(place: Described): Comparable {
  const foldedName = searchNameOf(place.name)
  const words = unique(foldedName.split(' '))
  const ofCommune = searchNameOf(place.communeName).split(' ')
  const { number, words: streetWords } = readStreet(place.address)
  return {
    ...place,
    foldedName,
    tellingWords: words.filter((word) => !isGeneric(word) && !ofCommune.includes(word) && !/^\d{1,2}$/.test(word)),
    types: new Set(words.flatMap((word) => placeTypeOf(word) ?? [])),
    number,
    streetWords,
    hosts: new Set(place.websites.flatMap(hostOf)),
  }
}

const ways: Readonly<Record<string, string>> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  pl: 'place',
  r: 'rue',
  rte: 'route',
  che: 'chemin',
  chem: 'chemin',
  all: 'allee',
  allees: 'allee',
  imp: 'impasse',
  sq: 'square',
  fbg: 'faubourg',
  fg: 'faubourg',
  crs: 'cours',
  qu: 'quai',
  lot: 'lotissement',
  res: 'residence',
  gal: 'general',
  mal: 'marechal',
  dr: 'docteur',
  pdt: 'president',
  bis: 'b',
  ter: 't',
}
const small = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'et', 'a', 'au', 'aux', 'en', 'nul', 'bp', 'cs'])

/** `18 C rue des Marronniers` → the number `18c`, and the words that name the street. */
function readStreet(address: string): { number: string; words: string[] } {
  const words = searchNameOf(address)
    .split(' ')
    .map((word) => ways[word] ?? word)
    .filter((word) => word !== '' && !small.has(word))
  const at = words.findIndex((word) => /^\d{1,4}[a-z]?$/.test(word))
  if (at !== 0) return { number: '', words: unique(words.filter((word) => !/^\d/.test(word))) }
  const [first = '', second = ''] = words
  const hasLetter = /^[a-z]$/.test(second) && /^\d+$/.test(first)
  const number = hasLetter ? first + second : first
  return { number, words: unique(words.slice(hasLetter ? 2 : 1).filter((word) => !/^\d/.test(word))) }
}

/** Sites that thousands of places share say nothing of one of them. */
function hostOf(website: string): string[] {
  try {
    const url = new URL(website)
    const host = url.host.replace(/^www\./, '')
    return [url.pathname.length > 1 ? `${host}${url.pathname.replace(/\/$/, '').toLowerCase()}` : host]
  } catch {
    return []
  }
}

function unique(words: readonly string[]): string[] {
  return words.filter((word, index) => word !== '' && words.indexOf(word) === index)
}
