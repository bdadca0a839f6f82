import OpeningHours from 'opening_hours'
import { Recent } from '@/lib/recent'
import { holidayStateOf } from './holiday-state'
import { isInOsmWords } from './osm-words'
import { schoolZoneOf } from './school-holidays'
import { withSchoolHolidays } from './school-rules'
import { withWallDates } from './wall-date'

/** Real hours stay under 200 characters; a longer text costs time to judge and tells nobody anything. */
const maximumLength = 500

const kept = new Recent<OpeningHours | null>(500)

/**
 * The hours as opening_hours understands them, under the holidays of a département; null when they
 * cannot be read. The last ones asked for are kept: reading costs half a millisecond.
 */
export function readHours(hours: string, departmentCode: string): OpeningHours | null {
  const state = holidayStateOf(departmentCode)
  const key = `${state}\n${schoolZoneOf(departmentCode)}\n${hours}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const read = parse(hours, state, departmentCode)
  kept.set(key, read)
  return read
}

function parse(hours: string, state: string, departmentCode: string): OpeningHours | null {
  if (hours.length > maximumLength || !isInOsmWords(hours)) return null
  const dated = withSchoolHolidays(hours, departmentCode)
  if (dated === null) return null
  const where = { lat: 0, lon: 0, address: { country_code: 'fr', state } }
  try {
    return withWallDates(() => new OpeningHours(dated, where))
  } catch {
    // The library throws sentences, not errors: whatever it says, these hours cannot be read.
    return null
  }
}
