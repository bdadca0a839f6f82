import { isSiret } from '@/lib/places/pivot'
import { dayOfColumns } from './day-columns'
import { damagedNumber } from './mapped-row'
import { readNumber, readPair } from './pair'
import { projectionOf } from './projection'
import type { TableColumn, TargetField } from './schema'

/** Values that a field can only hold in one form, and how they look. */
const forms: Partial<Record<TargetField, (text: string) => boolean>> = {
  courriels: (text) => /[^@\s]+@[^@\s]+\.[a-z]{2,}/i.test(text),
  site_web: (text) =>
    /^(https?:|www\.)|^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(text.trim()) && !text.includes('@'),
  fiche_acces_libre: (text) => /^(https?:|www\.)|acceslibre/i.test(text),
  prise_rdv: (text) => /^(https?:|www\.)|^[a-z0-9-]+(\.[a-z0-9-]+)+/i.test(text),
  code_postal: (text) => /^\s*(?:F-?)?\d{4,5}(?:[.,]0+)?(\s|$)|^\d{2} \d{3}$/.test(text),
  code_insee: (text) => /^\s*(\d{4,5}|2[AB]\d{3})(?:[.,]0+)?\s*$/i.test(text),
  insee_dep: (text) => /^\s*(\d{1,3}|2[AB])\b/i.test(text),
  pivot: (text) => /^[\dW][\d\s.]{7,18}\w$/i.test(text.trim()) || damagedNumber.test(text),
  telephone: (text) =>
    (text.match(/\d/g)?.length ?? 0) >= 6 && /^[\s\d.+()/;,:–-]+(?:$|[a-zé])|^[a-zé. :]*[\d.+() ]{9,}/i.test(text),
  latitude: (text) => isNumberLike(text),
  longitude: (text) => isNumberLike(text),
  coordonnees: (text) => readPair(text) !== null,
  date_maj: (text) => /\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}/.test(text),
}

function isNumberLike(text: string): boolean {
  return (
    readNumber(text) !== null ||
    /^[A-Z]*\s*[-−–+]?\s*\d{1,3}\s*[°º].*['′’]/i.test(text.trim()) ||
    /^[NSEWO]?\s*-?\d+[.,]\d+\s*°?\s*[NSEWO]?$/i.test(text.trim())
  )
}

/** Whether what a column holds may be this field: a column "Site" full of names is no web address. */
export function mayHold(column: TableColumn, field: TargetField): boolean {
  const isLike = forms[field]
  return !isLike || share(column, isLike) >= 0.4
}

/** What the values of a column say by themselves, whatever its name; null when they might be anything. */
export function guessByValues(column: TableColumn): { field: TargetField; reason: string } | null {
  const found = byValues.find(([, , isLike]) => share(column, isLike) >= 0.75)
  return found ? { field: found[0], reason: `Les valeurs sont ${found[1]}.` } : null
}

const isLatitude = (text: string) => /[.,]\d{3}/.test(text) && within(readNumber(text), 41, 51.6)
const isLongitude = (text: string) => /[.,]\d{3}/.test(text) && within(readNumber(text), -5.6, 9.8)
const street =
  /^\d{1,4}\s*(?:bis|ter|quater|[a-d])?[\s,]+(?:de la |du )?(rue|avenue|av|boulevard|bd|bld|place|pl|chemin|route|rte|impasse|allée|allee|quai|cours|square|esplanade|lotissement|faubourg|passage|ruelle|montée)\b/i

const byValues: readonly [field: TargetField, what: string, isLike: (text: string) => boolean][] = [
  ['courriels', 'des adresses électroniques', (text) => /^\s*[^@\s;,]+@[^@\s;,]+\.[a-z]{2,}/i.test(text)],
  ['site_web', 'des adresses de sites', (text) => /^\s*(https?:\/\/|www\.)\S+/i.test(text)],
  ['pivot', 'des numéros SIRET', (text) => isSiret(text.replace(/[\s.]/g, ''))],
  ['telephone', 'des numéros de téléphone', (text) => /^\s*(?:\+33|0033|0)\s*[1-9](?:[\s.-]*\d{2}){4}/.test(text)],
  ['coordonnees', 'des paires de coordonnées', (text) => isPairOfFrance(text)],
  ['latitude', 'des latitudes en France', isLatitude],
  ['longitude', 'des longitudes en France', isLongitude],
  [
    'horaires',
    'des horaires',
    (text) => /^(Mo|Tu|We|Th|Fr|Sa|Su|PH)\b.*\d\d:\d\d|(lundi|mardi|mercredi|jeudi|vendredi).*\d{1,2}\s*h/i.test(text),
  ],
  [
    'adresse_complete',
    'des adresses avec leur code postal',
    (text) => /\d{5}\s+\p{L}/u.test(text) && (street.test(text) || /[\s,]\d{5}\s/.test(text.trim())),
  ],
  ['adresse', 'des adresses', (text) => street.test(text)],
  ['code_postal', 'des codes postaux', (text) => /^(0[1-9]|[1-8]\d|9[0-8])\d(?:\d0|00)$/.test(text.trim())],
  ['code_insee', 'des codes de communes', (text) => /^(?:(0[1-9]|[1-8]\d|9[0-5])\d{3}|2[AB]\d{3})$/.test(text.trim())],
]

function isPairOfFrance(text: string): boolean {
  const pair = readPair(text)
  if (!pair) return false
  const [low, high] = [...pair].sort((a, b) => a - b)
  return (within(low, -5.6, 9.8) && within(high, 41, 51.6)) || projectionOf(...pair) === 'lambert-93'
}

function within(value: number | null | undefined, low: number, high: number): boolean {
  return value !== null && value !== undefined && value >= low && value <= high
}

/** Of the samples that say something, how many look so: 0 to 1. */
function share({ samples }: TableColumn, isLike: (text: string) => boolean): number {
  const said = samples.filter((sample) => !/^(n\/?[ac]|[-–.?x]+|non renseigné|null)$/i.test(sample.trim()))
  return said.length === 0 ? 0 : said.filter(isLike).length / said.length
}

/** Columns of one time each, for the openings and closings of a day. */
export function isHoursLike(column: TableColumn): boolean {
  return share(column, (text) => /\d|ferm|rdv|rendez/i.test(text) && dayOfColumns([text]) !== undefined) >= 0.4
}
