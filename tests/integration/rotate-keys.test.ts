import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from '../support/referrals'

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`
const told = { name: 'Amélie Poulain', need: 'Déclarer ses impôts' }
let helper: CurrentUser
let place: string

/** What a process does that starts with these keys; the settings are read once. */
async function startedWith(...keys: string[]) {
  vi.resetModules()
  process.env.PERSONAL_DATA_KEYS = keys.join(',')
  const [{ db }, { resealEverything }, { sendReferral }, { writeMessage }, { referralFor }, { readPerson }] =
    await Promise.all([
      import('@/lib/db'),
      import('@/lib/referrals/keys/mutations'),
      import('@/lib/referrals/sending/mutations'),
      import('@/lib/referrals/timeline/mutations'),
      import('@/lib/referrals/queries'),
      import('@/lib/referrals/person/mutations'),
    ])
  const party = { side: 'HELPER', user: helper } as const
  return {
    db,
    resealEverything,
    send: async () => {
      const { id } = await sendReferral(helper, referralTo(place, told))
      await writeMessage(party, { id, words: 'Elle vient à pied.' })
      return id
    },
    read: async (id: string) => {
      const shown = await referralFor(party, id)
      return [
        (await readPerson(party, id))?.name,
        shown?.need?.need,
        ...(shown?.events.flatMap(({ words }) => words ?? []) ?? []),
      ]
    },
  }
}

const words = [told.name, told.need, 'Elle vient à pied.']
const [old, fresh] = [key('old', 1), key('new', 2)]

beforeAll(async () => {
  helper = await makeHelper('helper@example.org', await makeOrganisation())
  place = await makeReceivingPlace('Médiathèque')
})
beforeEach(async () => {
  const { db } = await startedWith(old)
  await db.referral.deleteMany()
})

test('everything is sealed again under the first key, and read as before without the old one', async () => {
  const id = await (await startedWith(old)).send()
  const { resealEverything, read, db } = await startedWith(fresh, old)
  expect(await read(id)).toEqual(words)
  expect(await resealEverything()).toEqual({ keyId: 'new', resealed: 3, broken: [], missing: [] })
  expect(await db.referralEvent.count({ where: { keyId: 'old' } })).toBe(0)
  expect(await (await startedWith(fresh)).read(id)).toEqual(words)
  expect(await resealEverything()).toMatchObject({ resealed: 0 })
})

test('a run that was cut short is taken up where it stood, batch after batch', async () => {
  const { send, db } = await startedWith(old)
  const id = await send()
  await db.$executeRaw`
    INSERT INTO "ReferralEvent" (id, "referralId", action, side, status, sealed, "keyId")
    SELECT gen_random_uuid(), e."referralId", e.action, e.side, e.status, e.sealed, e."keyId"
    FROM "ReferralEvent" e, generate_series(1, 2500) WHERE e.sealed IS NOT NULL`
  const { resealEverything, read } = await startedWith(fresh, old)
  const steps: number[] = []
  const cut = resealEverything((done) => {
    steps.push(done)
    if (done > 1_000) throw new Error('killed')
  })
  await expect(cut).rejects.toThrow('killed')
  expect(steps).toEqual([1, 2, 1_002])
  expect(await db.referralEvent.count({ where: { keyId: 'old' } })).toBe(1_501)
  expect(await resealEverything()).toMatchObject({ resealed: 1_501, broken: [] })
  expect((await read(id)).slice(0, 3)).toEqual(words)
})

test('what does not open is left as it is and told, and so is what a missing key sealed', async () => {
  const { send, db } = await startedWith(old)
  const [id, touched] = [await send(), await send()]
  await db.referralNeed.update({
    where: { referralId: touched },
    data: { sealed: Buffer.from('nonsense, which is long enough') },
  })
  await db.referralPerson.update({ where: { referralId: touched }, data: { keyId: 'lost' } })
  const { resealEverything, read } = await startedWith(fresh, old)
  expect(await resealEverything()).toEqual({
    keyId: 'new',
    resealed: 4,
    broken: [`ReferralNeed ${touched}`],
    missing: [{ keyId: 'lost', rows: 1 }],
  })
  expect(await read(id)).toEqual(words)
  expect((await db.referralNeed.findUniqueOrThrow({ where: { referralId: touched } })).keyId).toBe('old')
})

test.each([
  ['no base64', 'a:nonsense'],
  ['31 bytes', `a:${Buffer.alloc(31).toString('base64')}`],
  ['no name', `:${Buffer.alloc(32).toString('base64')}`],
  ['the same name twice', [key('a', 1), key('a', 2)].join(',')],
])('a setting with %s is refused, and not shown', async (_, setting) => {
  vi.resetModules()
  process.env.PERSONAL_DATA_KEYS = setting
  const { env } = await import('@/lib/env')
  expect(env).toThrow(/PERSONAL_DATA_KEYS/)
  expect(() => env()).not.toThrow(new RegExp(setting.slice(-8).replace('+', '\\+')))
})
