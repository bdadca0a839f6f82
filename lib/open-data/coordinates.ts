import type { Position } from '@/lib/territory/distance'
import { dropped, plain, type Reading } from './reading'

/**
 * Reads a latitude and a longitude, decimal commas included. 0,0 and numbers out of range are not a
 * position. Whether they lie where the place is, or are swapped, shows beside its commune.
 */
export function readCoordinates(latitudeText: string, longitudeText: string): Reading<Position | null> {
  const [north, east] = pair(latitudeText, longitudeText)
  if (north === '' && east === '') return plain(null)
  const written = `${latitudeText} ${longitudeText}`.trim()
  const latitude = degrees(north)
  const longitude = degrees(east)
  if (latitude === null || longitude === null) return dropped(written, 'Coordonnées illisibles, non reprises')
  if (Math.abs(latitude) <= 0.5 && Math.abs(longitude) <= 0.5)
    return dropped(written, 'Coordonnées 0, 0 : position inconnue')
  // The larger of the two may stand first: swapped pairs are told apart later
  if (Math.abs(latitude) > 180 || Math.abs(longitude) > 180 || Math.min(Math.abs(latitude), Math.abs(longitude)) > 90)
    return dropped(written, 'Coordonnées hors de la Terre, non reprises')
  return plain({ latitude, longitude })
}

/** Both in one cell: "47.58, 1.33". */
function pair(latitude: string, longitude: string): [string, string] {
  if (latitude === '' || longitude === '' || latitude === longitude) {
    const both = /^\[?\(?\s*(-?\d+[.,]\d+)\s*(?:[;\s]|,\s|,(?=-?\d+\.\d))\s*(-?\d+[.,]\d+)\s*\)?\]?$/.exec(
      latitude || longitude,
    )
    if (both) return [both[1] ?? '', both[2] ?? '']
  }
  return [latitude, longitude]
}

/** 47° 34' 48" N */
const sexagesimal =
  /^([NSEWO])?\s*(\d{1,3})\s*°\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|″|”|''|’’))?\s*([NSEWO])?$/i

function degrees(text: string): number | null {
  const [, before = '', whole, minutes = '', seconds = '0', after = ''] = sexagesimal.exec(text.trim()) ?? []
  if (whole !== undefined) {
    const [m = 0, s = 0] = [minutes, seconds].map((part) => Number(part.replace(',', '.')))
    const value = Math.round((Number(whole) + m / 60 + s / 3600) * 1e6) / 1e6
    return m >= 60 || s >= 60 ? null : /[SWO]/i.test(before + after) ? -value : value
  }
  const number = text
    .replace(/[\s\u00A0'"°]/g, '')
    .replace(/[−–]/g, '-')
    .replace(',', '.')
  const written = /^([NSEWO])?([+-]?\d{1,3}(?:\.\d*)?)([NSEWO])?$/i.exec(number)
  if (!written) return null
  const sign = /[SWO]/i.test(`${written[1] ?? ''}${written[3] ?? ''}`) ? -1 : 1
  const value = sign * Number(written[2])
  return Number.isFinite(value) ? value + 0 : null
}
