import { z } from 'zod'
import type { Reader } from './reader'

/** With or without its seconds. */
const iso = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])

/** How far from today an instant may lie. School calendars and holidays are not known further. */
const instantYears = 2

/**
 * `maintenant`, kept as it is so that a shared address means "when it is opened", or an ISO 8601
 * instant with its offset. Without one it would be an hour of some unnamed time zone: it is refused.
 */
export const instant: Reader<'now' | Date> = {
  read: (text) => {
    if (text.toLowerCase() === 'maintenant') return { value: 'now' }
    // In a query string an unescaped + is a space: 2026-11-22T10:00:00 01:00
    const spelt = text.trim().replace(/ (?=\d\d:\d\d$)/, '+')
    if (!iso.safeParse(spelt).success) {
      return {
        reason: 'maintenant, ou un instant ISO 8601 avec son décalage, est attendu, comme 2026-11-22T10:00:00+01:00',
      }
    }
    const value = new Date(spelt)
    return isInReach(value)
      ? { value }
      : { reason: `un instant à moins de ${instantYears} ans d’aujourd’hui est attendu` }
  },
  write: (value) => (value === 'now' ? 'maintenant' : value.toISOString()),
  jsonSchema: { anyOf: [{ const: 'maintenant' }, { type: 'string', format: 'date-time' }] },
}

function isInReach(at: Date): boolean {
  const years = Math.abs(at.getTime() - Date.now()) / (365.25 * 24 * 3600 * 1000)
  return years <= instantYears
}
