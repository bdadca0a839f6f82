import type { Whereabouts } from '@/lib/open-data/source-place'
import { distanceInMetres, type Position } from '@/lib/territory/distance'
import { typingDistance } from '@/lib/territory/typing-distance'
import { type CommuneIndex, type KnownCommune, keyOf, nameKey } from './commune-index'
import { readCommuneName } from './commune-name'

/** The commune of a row and a postcode for it, with what had to be understood; or why none can be told. */
export type CommuneResolution = { commune: KnownCommune; postcode: string; remarks: string[] } | { refusal: string }

/** A position this far from a commune's centre cannot choose it among others. Metres. */
const near = 25_000

/**
 * Tells which commune a row means. The INSEE code says it unless the name and the postcode agree on
 * another; then the name among the postcode's communes; then the name alone in its département. A
 * position chooses between several, and never decides alone. What stays uncertain is refused.
 */
export function resolveCommune(where: Whereabouts, index: CommuneIndex): CommuneResolution {
  const written = readCommuneName(where.communeName)
  const postcode = where.postcode ?? written.postcode
  const { name, arrondissement } = written
  const hints: Hints = { ...where, postcode, name, key: keyOf(name), arrondissement }
  if (!where.inseeCode && !postcode && !written.name) return { refusal: 'La commune manque' }
  const found =
    byInseeCode(hints, index) ?? byPostcodeAndName(hints, index) ?? byName(hints, index) ?? byPostcode(hints, index)
  if (!found) return { refusal: `La commune ne peut pas être reconnue (${hintsIn(where)})` }
  const commune = arrondissementOf(found.commune, hints, index)
  return withPostcode(commune, hints, found.remark ? [found.remark] : [])
}

interface Hints {
  inseeCode: string | null
  postcode: string | null
  name: string
  /** `keyOf` the name */
  key: string
  arrondissement: number | null
  departmentCode: string | null
  position: Position | null
}

type Found = { commune: KnownCommune; remark?: string } | null

function byInseeCode(hints: Hints, index: CommuneIndex): Found {
  const commune = hints.inseeCode ? index.ofCode(hints.inseeCode) : undefined
  if (!commune) return null
  const agrees =
    hints.name === '' || isNamed(commune, hints.key) || index.named(hints.key).includes(cityOf(commune, index))
  if (agrees || hints.postcode === null || commune.postcodes.includes(hints.postcode)) return { commune }
  const other = index.ofPostcode(hints.postcode).find((candidate) => isNamed(candidate, hints.key))
  return other
    ? { commune: other, remark: `Code INSEE ${hints.inseeCode} écarté : le nom et le code postal disent ${other.name}` }
    : { commune }
}

function byPostcodeAndName(hints: Hints, index: CommuneIndex): Found {
  const { name, key, postcode } = hints
  if (!postcode || name === '') return null
  const candidates = index.ofPostcode(postcode)
  const named = index.named(key)
  const exact = candidates.filter((candidate) => named.includes(candidate))
  const one = exact.length > 1 ? (exact.find((candidate) => candidate.parentCode === null) ?? exact[0]) : exact[0]
  if (one) return { commune: one }
  const alike = candidates.filter((candidate) => isAlike(candidate, key))
  const [only] = alike
  return only && alike.length === 1 ? { commune: only, remark: `Commune « ${name} » lue ${only.name}` } : null
}

/** The name alone, in the département that the codes tell, or near the position, or unique in France. */
function byName(hints: Hints, index: CommuneIndex): Found {
  if (hints.name === '') return null
  const named = index.named(hints.key)
  const inDepartment = named.filter((commune) => isInDepartment(commune, hints))
  const hasDepartment = hints.departmentCode !== null || hints.postcode !== null
  const candidates = inDepartment.length > 0 ? inDepartment : named
  const commune = candidates.length === 1 ? candidates[0] : nearest(candidates, hints.position)
  if (!commune) return null
  if (inDepartment.length === 0 && hasDepartment) {
    // Another département than the codes say: only a position there makes it sure
    const isThere = nearest([commune], hints.position) !== undefined
    return isThere
      ? { commune, remark: `Code postal ${hints.postcode} écarté : le nom et la position disent ${commune.name}` }
      : null
  }
  return hints.postcode !== null
    ? {
        commune,
        remark: `Le code postal ${hints.postcode} n’est pas de ${commune.name} : commune reconnue par son nom`,
      }
    : { commune }
}

/**
 * A hamlet, or no name: the postcode's only commune, or the one around the position. A name that
 * communes elsewhere bear contradicts the postcode: then only the position tells.
 */
function byPostcode({ postcode, name, key, position }: Hints, index: CommuneIndex): Found {
  const all = postcode ? index.ofPostcode(postcode) : []
  const candidates = all.filter((commune) => commune.parentCode === null || all.length === 1)
  const isContradicted = name !== '' && index.named(key).length > 0
  const commune = candidates.length === 1 && !isContradicted ? candidates[0] : nearest(candidates, position)
  if (!commune) return null
  const written = name === '' ? '' : ` (écrit « ${name} »)`
  return { commune, remark: `Commune ${commune.name} reconnue par le code postal ${postcode}${written}` }
}

/** The arrondissement of a city that has some, where the row tells it. */
function arrondissementOf(commune: KnownCommune, hints: Hints, index: CommuneIndex): KnownCommune {
  const parts = index.arrondissementsOf(commune.code)
  const told = parts.find(
    (part) =>
      hints.arrondissement !== null &&
      Number(part.code.slice(-2)) === arrondissementCode(part.code, hints.arrondissement),
  )
  const ofPostcode = parts.filter((part) => hints.postcode !== null && part.postcodes.includes(hints.postcode))
  return told ?? (ofPostcode.length === 1 ? ofPostcode[0] : undefined) ?? commune
}

/** 75112, 69383, 13201: Lyon counts its arrondissements from 81. */
function arrondissementCode(code: string, arrondissement: number): number {
  return code.startsWith('69') ? 80 + arrondissement : arrondissement
}

/** The row's own postcode where it is of the same département, as those of CEDEX are; else the commune's. */
function withPostcode(commune: KnownCommune, { postcode }: Hints, remarks: string[]): CommuneResolution {
  if (postcode && (commune.postcodes.includes(postcode) || isPostcodeOf(postcode, commune.departmentCode)))
    return { commune, postcode, remarks }
  const [first] = [...commune.postcodes].sort()
  if (first === undefined)
    return postcode ? { commune, postcode, remarks } : { refusal: `Le code postal de ${commune.name} manque` }
  const why = commune.postcodes.length > 1 ? `le premier de ${commune.name}` : `celui de ${commune.name}`
  return {
    commune,
    postcode: first,
    remarks: [...remarks, `Code postal ${postcode ?? 'absent'} remplacé par ${first}, ${why}`],
  }
}

function isPostcodeOf(postcode: string, departmentCode: string): boolean {
  if (departmentCode === '2A' || departmentCode === '2B') return postcode.startsWith('20')
  // Saint-Barthélemy and Saint-Martin keep Guadeloupe's postcodes
  if (departmentCode === '977' || departmentCode === '978')
    return postcode.startsWith('971') || postcode.startsWith(departmentCode)
  return postcode.startsWith(departmentCode)
}

function isInDepartment(commune: KnownCommune, { departmentCode, postcode }: Hints): boolean {
  if (departmentCode === commune.departmentCode) return true
  return postcode !== null && isPostcodeOf(postcode, commune.departmentCode)
}

function cityOf(commune: KnownCommune, index: CommuneIndex): KnownCommune {
  return (commune.parentCode ? index.ofCode(commune.parentCode) : undefined) ?? commune
}

function isNamed(commune: KnownCommune, key: string): boolean {
  return nameKey(commune.searchName) === key
}

/** A slip or two of the finger, or the name with something around it. */
function isAlike(commune: KnownCommune, theirs: string): boolean {
  const ours = nameKey(commune.searchName)
  if (ours.length < 4 || theirs.length < 4) return false
  if (` ${theirs} `.includes(` ${ours} `) || ours.startsWith(`${theirs} `)) return true
  return typingDistance(theirs, ours) <= (ours.length < 8 ? 1 : 2)
}

/** The closest commune within reach of a position; undefined when none is. */
function nearest(communes: readonly KnownCommune[], position: Position | null): KnownCommune | undefined {
  if (!position) return undefined
  const distances = communes.flatMap((commune) => {
    if (commune.latitude === null || commune.longitude === null) return []
    return [
      { commune, metres: distanceInMetres(position, { latitude: commune.latitude, longitude: commune.longitude }) },
    ]
  })
  const [closest] = distances.sort((a, b) => a.metres - b.metres)
  return closest && closest.metres <= near ? closest.commune : undefined
}

function hintsIn({ inseeCode, postcode, communeName }: Whereabouts): string {
  return [communeName, postcode, inseeCode && `INSEE ${inseeCode}`].filter(Boolean).join(', ')
}
