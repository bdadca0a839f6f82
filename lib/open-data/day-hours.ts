/**
 * The hours of one day, as an OSM fragment. `exact`: what was written says just this. `doubtful`:
 * the words are kept as an OSM comment, which means "perhaps open", never "open".
 */
export interface DayHours {
  /** `09:00-12:00,13:30-17:00`, perhaps with a comment; `off` for a closed day; null when nothing is said */
  osm: string | null
  state: 'exact' | 'repaired' | 'doubtful'
}

const closed = /^(ferm[ée]e?s?|fermeture|closed|off|non|0|[-–—/.]+)$/i
const appointment =
  /\b(?:uniquement\s+|seulement\s+)?(?:sur|avec|prise de)?\s*(?:rendez[- ]?vous|rdv|r\.d\.v\.?)(?:\s+(?:uniquement|seulement|obligatoire))?\b\.?/giu

/** `9h`, `09h30`, `9 : 30`, `09:00:00`, `08.30`. In "12h 14h" the 14 is another hour, not minutes. */
const time =
  /(?<!\d)([01]?\d|2[0-4])\s*(?:[h:H.]\s*([0-5]\d)(?::00)?(?!\d|\s*[hH:])|[hH](?![\p{L}\d]))\s*(?:mn|min)?(?!\d)/gu
/** Between two times of one opening, and between two openings. */
const joiners =
  /(?<!\p{L})(?:de|d['’]|du|à|a|au|jusqu['’]à|jusqu['’]au|et|puis|le|matin|après[- ]?midi|ap|am|horaires?|ouverte?|ouverture|non[- ]stop|en continu|continu)(?!\p{L})|[-–—−→/,;:|&+.()\s]+/giu

/** Characters that the hours of a day may take */
const longest = 500

/**
 * Reads a day of hours in the ways people write them (`09:00 - 12:00 / 13:30 - 17:00`, `9h-12h et
 * 14h-17h`, `Fermé`, `sur RDV`). Never opens more than was written: what cannot be read whole is
 * kept as words.
 */
export function readDayHours(written: string): DayHours {
  const text = written.replace(/[\s\u00A0]+/g, ' ').trim()
  if (text === '') return { osm: null, state: 'exact' }
  if (text.length > longest) return { osm: comment(text), state: 'doubtful' }
  // "9h-17h (12h-14h)": a break, or more hours
  if (/\d.*\([^)]*\d/.test(text)) return { osm: comment(text), state: 'doubtful' }
  if (closed.test(text)) return { osm: 'off', state: 'exact' }
  if (/^24\s*h?\s*\/\s*24(\s*h)?$/i.test(text)) return { osm: '00:00-24:00', state: 'repaired' }
  const byAppointment = appointment.test(text)
  appointment.lastIndex = 0
  const ranges = readRanges(byAppointment ? text.replace(appointment, ' ') : text)
  if (ranges === null) return { osm: comment(text), state: 'doubtful' }
  if (ranges.length === 0) {
    if (byAppointment) return { osm: comment('sur rendez-vous'), state: 'exact' }
    return /\d/.test(text) ? { osm: 'off', state: 'exact' } : { osm: comment(text), state: 'doubtful' }
  }
  const merged = merge(ranges)
  const osm = merged.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(',')
  const state = merged.length === ranges.length && /^[\d:\s/-]+$/.test(text) ? 'exact' : 'repaired'
  return { osm: byAppointment ? `${osm} ${comment('sur rendez-vous')}` : osm, state }
}

/** An OSM comment: alone it means "unknown", beside hours "perhaps". */
export function comment(text: string): string {
  return `"${text.replaceAll('"', '’').slice(0, 120).trim()}"`
}

type Range = [from: number, to: number]

/** Minutes since midnight; null when anything but whole openings is left over. */
function readRanges(text: string): Range[] | null {
  // "9 h 12 / 14 h 17" are four hours: minutes apart from their hour are quarters or so
  if (/\d\s*h\s+\d?[1-46-9](?!\d|\s*[h:])/i.test(text)) return null
  const times: number[] = []
  const rest = withClocks(text).replace(time, (_, hours: string, minutes: string | undefined) => {
    times.push(Number(hours) * 60 + Number(minutes ?? 0))
    return ' '
  })
  if (rest.replace(joiners, '') !== '' || times.length % 2 === 1) return null
  const ranges: Range[] = []
  // A time that goes back is a typing error (13:00-/3:00): which one was meant cannot be told
  for (let index = 0; index < times.length; index += 2) {
    const [from = 0, to = 0] = times.slice(index, index + 2)
    // 00:00 - 00:00 is how some forms say nothing; other inverted ends say nothing sure
    if (from === 0 && to === 0) continue
    if (to <= from || to > 1440 || from < (ranges.at(-1)?.[0] ?? 0)) return null
    // "2h-5h": in the afternoon, most likely, or a date written with points
    if ((from > 0 && from < 5 * 60) || to <= 7 * 60) return null
    ranges.push([from, to])
  }
  return ranges
}

/** Words and bare hours as clock times: `midi`, `9-12`, `8 -12h`. */
function withClocks(text: string): string {
  return text
    .replace(/\bmidi\b(?!\s*trente)/gi, (word, at: number) =>
      /apr[eè]s[- ]?$/i.test(text.slice(0, at)) ? word : '12:00',
    )
    .replace(/\bminuit\b/gi, '24:00')
    .replace(/(?<![\d:hH.])(\d{1,2})(?=\s*(?:[-–—]|à|a)\s*\d{1,2}(?:\s*[hH:]|\s*$|\s*[/,;]|\s+et\b))/gu, '$1:00')
    .replace(/(?<=\d(?:[hH:]\d{0,2})?\s*(?:[-–—]|à|a)\s*)(\d{1,2})(?![\d:hH.]|\s*[:hH])/gu, '$1:00')
}

/** In order, with what overlaps or was written twice joined. */
function merge(ranges: Range[]): Range[] {
  const merged: Range[] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
