import OpeningHours from 'opening_hours'
import { holidayStateOf } from './holiday-state'
import { withWallDates } from './wall-date'

/** Real hours stay under 200 characters; a longer text costs time to judge and tells nobody anything. */
export const maximumLength = 500

/**
 * What opening_hours reads but nobody here can tell the truth of: school holidays, whose calendar it
 * lacks from 2026 on, and the sun's hours, which depend on the very place.
 */
const untold = /\b(?:SH|dawn|dusk|sunrise|sunset)\b/i

const keptAtMost = 500
const kept = new Map<string, OpeningHours | null>()

/**
 * The hours as opening_hours understands them, under the holidays of a département; null when they
 * cannot be read. The last ones asked for are kept: reading costs half a millisecond.
 */
export function readHours(hours: string, departmentCode: string): OpeningHours | null {
  const state = holidayStateOf(departmentCode)
  const key = `${state}\n${hours}`
  const known = kept.get(key)
  const read = known === undefined ? parse(hours, state) : known
  kept.delete(key)
  kept.set(key, read)
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break
    kept.delete(oldest)
  }
  return read
}

function parse(hours: string, state: string): OpeningHours | null {
  if (hours.length > maximumLength || untold.test(hours.replace(/"[^"]*"/g, ''))) return null
  const where = { lat: 0, lon: 0, address: { country_code: 'fr', state } }
  try {
    return withWallDates(() => new OpeningHours(hours, where))
  } catch {
    // The library throws sentences, not errors: whatever it says, these hours cannot be read.
    return null
  }
}
