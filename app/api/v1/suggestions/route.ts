import { isAddressLike, partsOfAddress } from '@/lib/geocoding/address-like'
import { communeLabel, resolveWhere } from '@/lib/search/where'
import type { NamedDepartment } from '@/lib/territory/department-request'
import { type CommuneMatch, findCommuneOfAddress, findTerritories } from '@/lib/territory/queries'
import { answering, openData } from '../../open-data'
import { readWords } from '../read-words'

/** Départements whose name has only been begun. */
const begunAtMost = 2
/** An address is not looked for in a few letters that no name starts with. */
const shortestAddress = 5

/** What a field that asks for a place offers at once; addresses take their time at another address. */
export const GET = answering(async (request) => {
  const q = readWords(request, 200)
  if (q instanceof Response) return q
  const matches = await findTerritories(q)
  const where = resolveWhere(matches)
  const isNamed = (where.kind === 'found' && !where.isGuess) || (where.kind === 'ambiguous' && where.isNamesake)
  if (!isNamed && isAddressLike(q)) {
    const { words, postcode } = partsOfAddress(q)
    const commune = await findCommuneOfAddress(words, postcode)
    return openData({ suggestions: commune ? [toCommune(commune, postcode)] : [], adressePossible: true })
  }
  const communes = matches.communes.map((commune) => toCommune(commune, matches.request.code))
  const named = where.kind === 'department' ? [where.department] : where.kind === 'ambiguous' ? where.departments : []
  const begun = matches.startingDepartments.filter(({ code }) => code !== '75').slice(0, begunAtMost)
  const departments = (named.length > 0 ? named : begun).map(toDepartment)
  const isNoCommune = where.kind === 'department' || (where.kind === 'ambiguous' && where.communes.length === 0)
  const suggestions = isNoCommune ? [...departments, ...communes] : [...communes, ...departments]
  return openData({ suggestions, adressePossible: suggestions.length === 0 && q.length >= shortestAddress })
})

function toCommune(commune: CommuneMatch, typedCode: string) {
  const { postcodes } = commune
  const [only] = postcodes.length === 1 ? postcodes : postcodes.filter((postcode) => postcode === typedCode)
  return {
    type: 'commune',
    code: commune.code,
    nom: commune.name,
    ancienNom: commune.formerName,
    codePostal: only ?? null,
    departement: commune.departmentCode,
    nomDepartement: commune.departmentName,
    libelle: communeLabel(commune),
    lat: commune.latitude,
    lon: commune.longitude,
  }
}

function toDepartment({ code, name }: NamedDepartment) {
  return {
    type: 'departement',
    code,
    nom: name,
    ancienNom: null,
    codePostal: null,
    departement: code,
    nomDepartement: name,
    libelle: `${name} (${code})`,
    lat: null,
    lon: null,
  }
}
