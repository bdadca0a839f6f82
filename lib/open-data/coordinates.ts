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
    const lettered = /^([^NS]*(?:N(?:ord)?|S(?:ud)?))[\s,;/]+(.+)$/i.exec(latitude || longitude)
    if (lettered) return [lettered[1] ?? '', lettered[2] ?? '']
    const both = /^\[?\(?\s*(-?\d+[.,]\d+)\s*(?:[;\s]|,\s|,(?=-?\d+\.\d))\s*(-?\d+[.,]\d+)\s*\)?\]?$/.exec(
      latitude || longitude,
    )
    if (both) return [both[1] ?? '', both[2] ?? '']
  }
  return [latitude, longitude]
}

const side = '(N(?:ord)?|S(?:ud)?|E(?:st)?|W(?:est)?|O(?:uest)?)'
const number = String.raw`\d{1,2}(?:[.,]\d+)?`
/** 47° 34' 48" N, -1° 40.2' */
const sexagesimal = new RegExp(
  `^${side}?\\s*([+-])?\\s*(\\d{1,3})\\s*[°º]\\s*(${number})\\s*['′’]\\s*(?:(${number})\\s*(?:"|″|”|''|’’|′′))?\\s*${side}?$`,
  'i',
)
/** 47.58, -1,67°, 1.67 O. What has minutes is none: 1° 20' is not 120. */
const decimal = new RegExp(String.raw`^${side}?\s*([+-])?\s*(\d{1,3}(?:[.,]\d*)?)\s*[°º]?\s*${side}?$`, 'i')

function degrees(text: string): number | null {
  const written = text
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[−–]/g, '-')
    // A spreadsheet's own, before a number that is a text
    .replace(/^\s*'/, '')
    .trim()
  const [, before, sign, whole, minutes = '0', seconds = '0', after] =
    sexagesimal.exec(written) ?? withoutMinutes(decimal.exec(written)) ?? []
  if (whole === undefined) return null
  const [d = 0, m = 0, s = 0] = [whole, minutes, seconds].map((part) => Number(part.replace(',', '.')))
  const sides = `${before ?? ''}${after ?? ''}`
  // West and minus say the same; east and minus contradict each other
  if (m >= 60 || s >= 60 || (sign === '-' && /^[NE]/i.test(sides))) return null
  const value = minutes === '0' ? d : Math.round((d + m / 60 + s / 3600) * 1e6) / 1e6
  return (sign === '-' || /^[SWO]/i.test(sides) ? -value : value) + 0
}

function withoutMinutes(written: RegExpExecArray | null): (string | undefined)[] | null {
  return written && [...written.slice(0, 4), '0', '0', written[4]]
}
