import { comment, readDayHours } from './day-hours'
import { dropped, type Note, plain, type Reading, repaired } from './reading'
import { joinWeek, type WeekDay, weekDays } from './week-hours'

const longest = 1000

/**
 * Reads the `horaires` of the national schema: OSM hours as they are, or with their clock times
 * mended; French words ("Du lundi au vendredi 9h-12h") turned into OSM when every word is
 * understood. The rest is kept as written and opens nothing.
 */
export function readOpeningHours(written: string): Reading<string | null> {
  const text = written.replace(/[\s\u00A0]+/g, ' ').trim()
  if (text === '') return plain(null)
  if (text.length > longest) return dropped(`${text.slice(0, 80)}…`, 'Horaires trop longs, non repris')
  if (isOsm(text)) return readOsm(text)
  const french = readFrenchWeek(text)
  if (french !== null) return repaired(french, text, `Horaires lus ${french}`)
  return {
    value: text,
    notes: [
      {
        kind: 'dropped',
        value: text,
        reason: 'Horaires illisibles : gardés en toutes lettres, sans heure d’ouverture',
      },
    ],
  }
}

function isOsm(text: string): boolean {
  return /^(24\/7|off|closed|easter|week\b|PH\b|SH\b|[12]\d{3}\b|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|(Mo|Tu|We|Th|Fr|Sa|Su)(\b|-)|\d\d:\d\d-\d\d:\d\d)/.test(
    text,
  )
}

/** A rule of OSM hours that names days, then nothing but digits and what people put between them. */
const plainRule = /^((?:PH,)?(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:\s?[-,]\s?(?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*)\s+([\dhH:.,\s–-]+)$/

function readOsm(text: string): Reading<string | null> {
  const notes: Note[] = []
  const rules = text.split(';').map((rule) => {
    const [, days = '', hours = ''] = plainRule.exec(rule.trim()) ?? []
    if (days === '' || isValid(hours)) return rule
    // More than two ends in one opening: which are meant cannot be told
    const read = hours.split(',').some((range) => (range.match(/[-–]/g) ?? []).length !== 1)
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
  return { value: rules.join(';').trim(), notes }
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
const dayWord = String.raw`(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)s?\b\.?`
const days = new RegExp(
  String.raw`(?:(?:du|de|le|les)\s+)?(${dayWord})(?:\s*(au|à|a|-|–|et|,|/|&)\s*(?:le\s+)?(?=${dayWord})|)|tous les jours|(?:en\s+)?semaine`,
  'giu',
)

/** "Du lundi au vendredi : 9h-12h / 14h-17h ; samedi 9h-12h". Null unless every day is understood. */
function readFrenchWeek(text: string): string | null {
  const week = new Map<WeekDay, string>()
  let named: WeekDay[] = []
  let isRange = false
  let end = 0
  const close = (until: number): boolean => {
    const written = text.slice(end, until).replace(/^[\s:,;.-]+|[\s:,;.|/-]+$/g, '')
    if (named.length === 0) return written === ''
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
    }
    const word = match[1]?.toLowerCase().slice(0, 2)
    const day = word === undefined ? undefined : frenchDays[word]
    if (day === undefined) named = /jours/i.test(match[0]) ? [...weekDays] : weekDays.slice(0, 5)
    else if (isJoined && isRange)
      named.push(...weekDays.slice(weekDays.indexOf(named.at(-1) ?? 'Mo') + 1, weekDays.indexOf(day) + 1))
    else named.push(day)
    isJoined = match[2] !== undefined
    isRange = /^(au|à|a|-|–)$/i.test(match[2] ?? '')
    end = match.index + match[0].length
  }
  return named.length > 0 && !isJoined && close(text.length) ? joinWeek(week) : null
}
