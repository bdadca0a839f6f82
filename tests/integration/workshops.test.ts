import { beforeAll, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { createPlace } from '@/lib/places/mutations'
import { addWorkshop, removeWorkshop } from '@/lib/workshops/mutations'
import { listUpcomingSessions, listWorkshops } from '@/lib/workshops/queries'
import { workshopInput } from '@/lib/workshops/schema'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

const at = new Date('2026-11-22T10:00:00Z')
const people: Record<string, CurrentUser> = {}
let id: string

const form = (fields: Record<string, string> = {}) => ({
  id,
  title: 'Prendre en main la souris',
  service: 'EVERYDAY_DIGITAL_TOOLS',
  date: '2026-11-24',
  starts: '14:00',
  ends: '16:00',
  count: '10',
  ...fields,
})
const input = (fields: Record<string, string> = {}) => workshopInput.parse(form(fields))

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  await makeHub('hub-ouest', ['35'])
  people.admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  id = (await createPlace(people.admin, placeNamed('Médiathèque'))).id
  const hubSlug = 'hub-centre'
  people.coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug })
  people['place editor'] = await makeUser('place@example.org', { role: 'PLACE_EDITOR', placeId: id })
  people.reader = await makeUser('reader@example.org', { role: 'READER', hubSlug })
  people.elsewhere = await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
  people.nobody = await makeUser('nobody@example.org')
})

describe('a workshop', () => {
  test('is announced with its sessions, and those of the next 60 days are shown', async () => {
    await addWorkshop(people.coordinator as CurrentUser, input({ price: '2,50', takesPass: 'on', seats: '8' }), at)
    const sessions = await listUpcomingSessions(id, at)
    expect(sessions).toHaveLength(9)
    expect(sessions[0]).toMatchObject({
      startsAt: new Date('2026-11-24T13:00:00Z'),
      workshop: { priceCents: 250, takesPass: true, seats: 8 },
    })
    const during = new Date('2026-11-24T14:30:00Z')
    expect((await listUpcomingSessions(id, during))[0]?.startsAt).toEqual(sessions[0]?.startsAt)
    const [listed] = await listWorkshops(id, at)
    await removeWorkshop(people.coordinator as CurrentUser, id, listed?.id ?? '')
    expect(await db.workshopSession.count()).toBe(0)
    await expect(removeWorkshop(people.coordinator as CurrentUser, id, listed?.id ?? '')).rejects.toThrow(NotFoundError)
  })

  test.each(['reader', 'elsewhere', 'nobody'])('is not for %s to announce nor to take back', async (person) => {
    const user = people[person] as CurrentUser
    await expect(addWorkshop(user, input(), at)).rejects.toThrow(ForbiddenError)
    await addWorkshop(people['place editor'] as CurrentUser, input(), at)
    const { id: workshopId } = await db.workshop.findFirstOrThrow()
    await expect(removeWorkshop(user, id, workshopId)).rejects.toThrow(ForbiddenError)
    expect(await db.workshop.deleteMany()).toEqual({ count: 1 })
  })

  test('that is over is refused', async () => {
    await expect(addWorkshop(people.admin as CurrentUser, input({ date: '2026-11-20' }), at)).rejects.toThrow(UserError)
  })

  test('that ends before it starts, or has no title, is told by field', () => {
    const { error } = workshopInput.safeParse(form({ title: ' ', ends: '13:00', count: '21' }))
    expect(error?.issues.map(({ path }) => path[0])).toEqual(expect.arrayContaining(['title', 'count']))
    expect(workshopInput.safeParse(form({ ends: '13:00' })).error?.issues[0]?.path).toEqual(['ends'])
  })
})
