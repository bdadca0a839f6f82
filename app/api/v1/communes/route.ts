import { words } from '@/lib/search/reader'
import { type CommuneMatch, findCommunes } from '@/lib/territory/queries'
import { answering, openData } from '../../open-data'
import { badParameters } from '../../problem'
import { refuseAll } from '../refuse-all'
import { precisions } from './precisions'

const text = words(100)

export const GET = answering(async (request) => {
  const params = new URL(request.url).searchParams
  const problems = refuseAll(params, ['q'])
  const [q = '', ...others] = params.getAll('q')
  const reading = text.read(q)
  if (others.length > 0) problems.push({ parameter: 'q', value: q, reason: 'ce paramètre ne se répète pas' })
  else if ('reason' in reading) problems.push({ parameter: 'q', value: q.slice(0, 100), reason: reading.reason })
  if (problems.length > 0 || 'reason' in reading) return badParameters(problems)
  return openData((await findCommunes(reading.value)).map(toApiCommune))
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
