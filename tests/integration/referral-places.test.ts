import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { mergePlaces, undoMerge } from '@/lib/duplicates/mutations'
import { setPlaceStatus } from '@/lib/places/mutations'
import { replyToken } from '@/lib/referrals/link'
import { moveReferral, redirectReferral } from '@/lib/referrals/mutations'
import type { Party } from '@/lib/referrals/party'
import { readPerson } from '@/lib/referrals/person/mutations'
import { referralFor } from '@/lib/referrals/queries'
import { redirectInput } from '@/lib/referrals/schema'
import { sendReferral } from '@/lib/referrals/sending/mutations'
import { readBackup } from '@/scripts/backup/read-backup'
import { writeBackup } from '@/scripts/backup/write-backup'
import { makeUser } from '../support/people'
import { doing, makeEditor, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from '../support/referrals'

const now = new Date('2026-11-23T09:00:00Z')
let admin: CurrentUser
let helper: CurrentUser

beforeAll(async () => {
  admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  helper = await makeHelper('helper@example.org', await makeOrganisation())
})

const send = (placeId: string, fields = {}) => sendReferral(helper, referralTo(placeId, fields), now)
const get = (id: string) => db.referral.findUniqueOrThrow({ where: { id } })
const merge = (one: string, other: string) =>
  mergePlaces(admin, { intent: 'merge', one, other, oneVersion: 1, otherVersion: 1, kept: 'one', from: {} })
const linkOf = async (id: string): Promise<Party> => ({
  side: 'PLACE',
  link: replyToken(process.env.SECRET ?? '', (await get(id)).linkId),
})

test('places that become one take their referrals along, with who answers them, and give them back', async () => {
  const [kept, gone] = [await makeReceivingPlace('Médiathèque'), await makeReceivingPlace('Mediatheque')]
  const { id: userId, ...rest } = await makeEditor('editor@example.org', gone)
  const party = async (): Promise<Party> => ({
    side: 'PLACE',
    user: { id: userId, ...rest, memberships: await membershipsOf(userId) },
  })
  const { id } = await send(gone)
  const closed = await send(gone)
  await moveReferral({ side: 'HELPER', user: helper }, doing('CANCEL', closed.id, 1), now)

  const merged = await merge(kept, gone)
  expect([(await get(id)).placeId, (await get(closed.id)).placeId]).toEqual([kept, kept])
  expect((await referralFor(await party(), id, now))?.place.name).toBe('Médiathèque')
  expect(await moveReferral(await party(), doing('ACCEPT', id, 1), now)).toMatchObject({ status: 'ACCEPTED' })

  await undoMerge(admin, merged.id)
  expect([(await get(id)).placeId, (await get(closed.id)).placeId]).toEqual([gone, gone])
  expect(await moveReferral(await party(), doing('ATTEND', id, 2), now)).toMatchObject({ status: 'ATTENDED' })
})

test('a redirection and a merge of its two places at once wait for one another', async () => {
  for (let round = 0; round < 2; round++) {
    const [one, other] = [await makeReceivingPlace('Un'), await makeReceivingPlace('Deux')]
    const { id } = await send(other)
    const onward = redirectInput.parse({ id, version: 1, placeId: one, agreed: 'on' })
    const [redirected, merged] = await Promise.allSettled([
      redirectReferral({ side: 'HELPER', user: helper }, onward, now),
      merge(one, other),
    ])
    expect(merged.status).toBe('fulfilled')
    if (redirected.status === 'rejected')
      expect(redirected.reason).toMatchObject({ message: expect.stringContaining('déjà ce lieu') })
    expect(await db.referral.count({ where: { placeId: other } })).toBe(0)
  }
})

test('a place that is withdrawn still answers what it was sent, and is sent nothing more', async () => {
  const place = await makeReceivingPlace('Mairie')
  const { id } = await send(place)
  await setPlaceStatus(admin, place, 1, 'ARCHIVED')
  await expect(send(place)).rejects.toThrow('ne reçoit pas')
  expect(await moveReferral(await linkOf(id), doing('ACCEPT', id, 1), now)).toMatchObject({ status: 'ACCEPTED' })
})

test('an answer to one that left is still given by the link of its e-mail', async () => {
  const place = await makeReceivingPlace('Tiers-lieu')
  const editor = await makeEditor('leaves@example.org', place)
  const { id } = await send(place)
  expect(await referralFor(await linkOf(id), id, now)).toBeNull()
  await db.membership.deleteMany({ where: { userId: editor.id } })
  expect((await referralFor(await linkOf(id), id, now))?.moves).toContain('ACCEPT')
})

test('a backup holds referrals as they are sealed, a restored one opens as before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'referrals-'))
  const file = join(folder, 'all.backup')
  const place = await makeReceivingPlace('Espace numérique')
  const { id } = await send(place, { name: 'Zéphyrine Kowalczyk', need: 'Déclarer ses impôts' })
  const url = process.env.DATABASE_URL ?? ''
  await writeBackup(url, file)
  const held = gunzipSync(await readFile(file)).toString('latin1')
  for (const word of [
    'Kowalczyk',
    Buffer.from('Kowalczyk').toString('hex'),
    Buffer.from('Déclarer').toString('latin1'),
  ])
    expect(held).not.toContain(word)
  await db.referral.deleteMany()
  await readBackup(url, file)
  await rm(folder, { recursive: true })
  const party = { side: 'HELPER', user: helper } as const
  expect((await readPerson(party, id, now))?.name).toBe('Zéphyrine Kowalczyk')
  expect((await referralFor(party, id, now))?.need?.need).toBe('Déclarer ses impôts')
})
