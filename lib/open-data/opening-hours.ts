import { isInOsmWords } from '@/lib/hours/osm-words'
import { comment, readDayHours } from './day-hours'
import { dropped, type Note, plain, type Reading, repaired } from './reading'
import { joinWeek, type WeekDay, weekDays } from './week-hours'

const longest = 1000

/**
 * Reads the `horaires` of the national schema: OSM hours as they are, or with their clock times
 * mended; French words ("Du lundi au vendredi 9h-12h") turned into OSM when every word is
 * understood. The rest is kept as written and opens nothing: in quotes where OSM would open it.
 */
export function readOpeningHours(written: string): Reading<string | null> {
  const text = written.replace(/[\s\u00A0]+/g, ' ').trim()
  if (text === '') return plain(null)
  if (text.length > longest) return dropped(`${text.slice(0, 80)}…`, 'Horaires trop longs, non repris')
  if (always.test(text)) return repaired('24/7', text, 'Horaires lus 24/7')
  // Words that open nothing already, as ours do
  if (/^"[^"]*"$/.test(text)) return plain(text)
  // To OSM, hours without a day are every day's: nobody wrote that Sundays are
  if (/^[^\p{L}]*\d[\d\s:hH.,;/–-]*$/u.test(text) && text !== '24/7') return unread(text)
  const osm = readOsm(withCapitals(text))
  if (osm !== null) return osm
  const french = readFrenchWeek(text)
  if (french !== null) return repaired(french, text, `Horaires lus ${french}`)
  return unread(text)
}

function unread(text: string): Reading<string> {
  return {
    value: isInOsmWords(text) ? comment(text) : text,
    notes: [
      {
        kind: 'dropped',
        value: text,
        reason: 'Horaires illisibles : gardés en toutes lettres, sans heure d’ouverture',
      },
    ],
  }
}

const [day24, week7] = [
  String.raw`24\s*h?\s*(?:/|sur)\s*24(?:\s*h)?`,
  String.raw`7\s*j(?:ours)?\s*(?:/|sur)\s*7(?:\s*j)?`,
]
const always = new RegExp(`^(?:ouvert\\s+)?(?:${day24}[\\s,et-]*${week7}|${week7}[\\s,et-]*${day24})$`, 'i')

/** How OSM hours start. "Mar 14:00" is a Tuesday in France, rather than all of March. */
const osmStart =
  /^(24\/7|off|closed|easter|week \d|PH\b|SH\b|[12]\d{3}\b|Mar\b(?!\s*:?\s*\d{1,2}\s*[:hH])|(Jan|Feb|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|(Mo|Tu|We|Th|Fr|Sa|Su)(\b|-)|\d\d:\d\d-\d\d:\d\d)/

/** OSM's days, which programs write without capitals too. A lone "we" is a week-end in France. */
function withCapitals(text: string): string {
  if (!/^(?:mo|tu|th|fr|sa|su)\b/.test(text)) return text
  return text.replace(/\b(?:mo|tu|we|th|fr|sa|su)\b/g, (day) => day.charAt(0).toUpperCase() + day.slice(1))
}

/** A rule of OSM hours that names days, then nothing but digits and what people put between them. */
const plainRule = /^((?:PH,)?(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:\s?[-,]\s?(?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*)\s+([\dhH:.,/\s–-]+)$/

/** A semicolon between two openings of the same days: OSM would take the second for every day's. */
const loose = /(?<=\d:\d\d\s*);(?=\s*\d{1,2}:\d\d\s*-[\d:,\s-]*(?:;|$))/g

/** Null for what is not in OSM's words, once its clock times are mended. */
function readOsm(text: string): Reading<string> | null {
  if (!osmStart.test(text)) return null
  const joined = text.replace(loose, ',')
  const notes: Note[] = joined === text ? [] : [{ kind: 'repaired', value: text, reason: `Horaires lus ${joined}` }]
  const rules = joined.split(';').map((rule) => {
    const [, days = '', hours = ''] = plainRule.exec(rule.trim()) ?? []
    if (days === '' || isValid(hours)) return rule
    // More than two ends in one opening: which are meant cannot be told
    const read = hours.split(/[,/]/).some((range) => (range.match(/[-–]/g) ?? []).length !== 1)
      ? null
      : readDayHours(hours.replaceAll(',', ' / '))
    if (read?.state === 'exact' || read?.state === 'repaired') {
      const mended = `${days} ${read.osm}`
      notes.push({ kind: 'repaired', value: rule.trim(), reason: `Horaires lus ${mended}` })
      return ` ${mended}`
    }
    notes.push({
      kind: 'dropped',
      value: rule.trim(),
      reason: 'Horaires d’un jour illisibles : gardés en toutes lettres, sans heure d’ouverture',
    })
    return ` ${days} ${comment(hours)}`
  })
  const value = rules.join(';').trim()
  return isInOsmWords(value) ? { value, notes } : null
}

function isValid(hours: string): boolean {
  return hours.split(',').every((range) => {
    const [, from = '', to = ''] = /^(\d\d:[0-5]\d)-(\d\d:[0-5]\d)$/.exec(range.trim()) ?? []
    // Past midnight is for evenings; elsewhere inverted ends are a mistake that would open the night
    const isEvening = from >= '17:00' && to <= '06:00'
    return (from < to || isEvening) && from !== '' && from < '24:00' && to <= '24:00'
  })
}

const frenchDays: Readonly<Record<string, WeekDay | undefined>> = {
  lu: 'Mo',
  ma: 'Tu',
  me: 'We',
  je: 'Th',
  ve: 'Fr',
  sa: 'Sa',
  di: 'Su',
}
// "Mars" is a month
const dayWord = String.raw`(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?|lun|mar|mer|jeu|ven|sam|dim)\b\.?`
const days = new RegExp(
  String.raw`(?:(?:du|de|le|les)\s+)?(${dayWord})(?:\s*(au|à|a|-|–|et|,|/|&)\s*(?:le\s+)?(?=${dayWord})|)|tous les jours|${week7}|(?:en\s+)?semaine`,
  'giu',
)

/** "Du lundi au vendredi : 9h-12h / 14h-17h ; samedi 9h-12h". Null unless every day is understood. */
function readFrenchWeek(text: string): string | null {
  const week = new Map<WeekDay, string>()
  let named: WeekDay[] = []
  let sign: string | undefined
  let isList = false
  let end = 0
  const close = (until: number): boolean => {
    const written = text.slice(end, until).replace(/^[\s:,;.-]+|[\s:,;.|/-]+$/g, '')
    if (named.length === 0)
      return written === '' || /^(?:ouverte?|ouverture|horaires?(?: d['’]ouverture)?)$/i.test(written)
    const hours = readDayHours(written)
    if (hours.osm === null || hours.state === 'doubtful') return false
    // A day named twice: whether the second hours add to the first or replace them cannot be told
    if (named.some((day) => week.has(day))) return false
    for (const day of named) week.set(day, hours.osm)
    return true
  }
  let isJoined = false
  for (const match of text.matchAll(days)) {
    if (!isJoined) {
      if (!close(match.index)) return null
      named = []
      isList = false
    }
    const word = match[1]?.toLowerCase().slice(0, 2)
    const day = word === undefined ? undefined : frenchDays[word]
    if (day === undefined) named = /jours|7/i.test(match[0]) ? [...weekDays] : weekDays.slice(0, 5)
    else if (isJoined && isRange(sign) && !(isList && isDash(sign))) {
      const until = daysUntil(day, named.at(-1) ?? day)
      // "Lundi - mardi - jeudi" lists its days; "lundi-vendredi-samedi" and "samedi-mercredi" may not
      isList = isDash(sign) && isRange(match[2])
      const isBackwards = weekDays.indexOf(day) < weekDays.indexOf(named.at(-1) ?? day)
      if (until.length === 0 || (until.length > 1 && (isList || (isBackwards && isDash(sign))))) return null
      if (isRange(match[2]) && !isList) return null
      named.push(...until)
    } else named.push(day)
    sign = match[2]
    isJoined = sign !== undefined
    end = match.index + match[0].length
  }
  return named.length > 0 && !isJoined && close(text.length) ? joinWeek(week) : null
}

/** The days after one until another, round the week: of Saturday until Monday, Sunday and Monday. */
function daysUntil(last: WeekDay, first: WeekDay): WeekDay[] {
  const after = weekDays.indexOf(first) + 1
  const round = [...weekDays.slice(after), ...weekDays.slice(0, after)]
  return round.slice(0, (round.indexOf(last) + 1) % weekDays.length)
}

function isRange(sign: string | undefined): boolean {
  return isDash(sign) || /^(au|à|a)$/i.test(`${sign}`)
}

function isDash(sign: string | undefined): boolean {
  return sign === '-' || sign === '–'
}
