import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { createPlace } from '@/lib/places/mutations'
import { type QueryParams, readFilters } from '@/lib/places/table/filters'
import { listPlacesFor, tableChoicesFor } from '@/lib/places/table/queries'
import { makeHub, makeUser } from './people'
import { placeNamed } from './place-named'

/** People of two hubs, and four drafts: three in the first hub, one of which lacks services. */
export async function openTableScene() {
  await makeHub('hub-lo', ['37', '41'])
  await makeHub('hub-bretagne', ['35'])
  const admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  const ids = {} as Record<'blois' | 'tours' | 'bare' | 'rennes', string>
  return {
    admin,
    coordinator: await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-lo' }),
    editor: await makeUser('editor@example.org', { role: 'HUB_EDITOR', hubSlug: 'hub-lo' }),
    elsewhere: await makeUser('elsewhere@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-bretagne' }),
    reader: await makeUser('reader@example.org', { role: 'READER', hubSlug: 'hub-lo' }),
    /** Of the places, which are new for each test */
    ids,
    async newPlaces(): Promise<void> {
      await db.bulkEdit.deleteMany()
      await db.place.deleteMany()
      const add = async (name: string, fields: Record<string, unknown> = {}) =>
        (await createPlace(admin, placeNamed(name, fields))).id
      ids.blois = await add('Médiathèque', {
        openingHours: '24/7',
        phone: '02 61 91 00 01',
        programmes: ['PIX'],
        takesReferrals: 'true',
      })
      ids.tours = await add('Étincelle', {
        communeCode: '37261',
        postcode: '37000',
        kind: 'FABRIQUE',
        accessModes: ['REFERRAL_FORM_BY_EMAIL'],
      })
      ids.bare = await add('Cave', { services: {}, precision: 'COMMUNE' })
      ids.rennes = await add('Rennes', { communeCode: '35238', postcode: '35000' })
    },
  }
}

/** The names that the table shows to somebody under these parameters of its address. */
export async function namesOf(user: CurrentUser, parameters: QueryParams): Promise<string[]> {
  const { filters, unknown } = readFilters(parameters, await tableChoicesFor(user))
  if (unknown.length > 0) throw new Error(`The table does not know ${unknown.join(', ')}.`)
  return (await listPlacesFor(user, filters)).places.map(({ name }) => name)
}
