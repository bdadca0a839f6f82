import { beforeAll, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { outcomeOf } from '@/lib/assessment/outcome'
import { findMatching } from '@/lib/assessment/queries'
import { assessmentInput } from '@/lib/assessment/schema'
import { createPlace, setPlaceStatus } from '@/lib/places/mutations'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

const blois = { near: { latitude: 47.5876, longitude: 1.3337 } }
let coordinator: CurrentUser

beforeAll(async () => {
  await makeHub('hub-centre', ['41', '37'])
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  const papers = (...supportModes: string[]) => ({
    services: { ADMINISTRATIVE_PROCEDURES: { offered: 'on', supportModes, fees: ['FREE'] } },
  })
  await publish('Médiathèque', { ...papers('WORKSHOP'), specialCare: ['ILLITERACY'] })
  await publish('Mairie', { ...papers('INDIVIDUAL'), programmes: ['AIDANTS_CONNECT'] })
  // Some ten kilometres away
  await publish('Relais', { ...papers('INDIVIDUAL'), latitude: '47.68', longitude: '1.336', specialCare: ['DEAFNESS'] })
})

async function publish(name: string, fields: Record<string, unknown>) {
  const { id } = await createPlace(coordinator, placeNamed(name, fields))
  await setPlaceStatus(coordinator, id, 1, 'PUBLISHED')
}

const matching = (changes: Record<string, unknown>, around: object = blois) =>
  findMatching(outcomeOf(assessmentInput.parse({ needs: ['papiers'], ...changes })).search, around)
const namesOf = ({ places }: Awaited<ReturnType<typeof findMatching>>) => places.map(({ name }) => name)
const guided = Object.fromEntries(
  ['information', 'communication', 'creation', 'protection', 'environment'].map((domain) => [domain, 'guided']),
)

test('places that say they meet every answer come alone, and nothing is given up', async () => {
  const found = await matching({ seen: guided, cares: ['lire'] })
  expect(namesOf(found)).toEqual(['Médiathèque'])
  expect(found.givenUp).toEqual([])
  const authorised = await matching({ deadline: 'week' })
  expect(namesOf(authorised)).toEqual(['Mairie'])
})

test('where no place meets them all, as little as possible is given up, and each thing is told', async () => {
  const found = await matching({ deadline: 'week', cares: ['entendre'], travel: 'foot' })
  // The one for the deaf is beyond a walk: somebody who does it for her, then how well it is done, matters before that.
  expect(found.givenUp).toEqual(['programmes', 'supportModes', 'specialCare'])
  expect(namesOf(found).sort()).toEqual(['Mairie', 'Médiathèque'])
  const driven = await matching({ deadline: 'week', cares: ['entendre'], travel: 'car' })
  expect(namesOf(driven)).toEqual(['Relais'])
  expect(driven.givenUp).toEqual(['programmes'])
})

test('nobody who cannot walk is sent where no way in is told of, nor anybody to a place without the service', async () => {
  expect((await matching({ cares: ['bouger'] })).total).toBe(0)
  expect((await matching({ needs: ['creer'] })).total).toBe(0)
})

test('places are found in a commune or a département whose position is not known', async () => {
  expect(namesOf(await matching({ deadline: 'week' }, { communeCodes: ['41018'] }))).toEqual(['Mairie'])
  expect((await matching({}, { departmentCodes: ['37'] })).total).toBe(0)
})
