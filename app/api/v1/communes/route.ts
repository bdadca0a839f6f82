import { type CommuneMatch, findCommunes } from '@/lib/territory/queries'
import { answering, openData } from '../../open-data'
import { readWords } from '../read-words'
import { precisions } from './precisions'

export const GET = answering(async (request) => {
  const q = readWords(request, 100)
  return q instanceof Response ? q : openData((await findCommunes(q)).map(toApiCommune))
})

function toApiCommune(commune: CommuneMatch) {
  return {
    code: commune.code,
    nom: commune.name,
    codesPostaux: commune.postcodes,
    departement: commune.departmentCode,
    population: commune.population,
    lat: commune.latitude,
    lon: commune.longitude,
    precision: commune.precision && precisions[commune.precision],
  }
}
