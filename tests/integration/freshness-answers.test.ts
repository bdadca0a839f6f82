import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { confirmAsCoordinator, confirmByLink, proposeByLink, saveHubDelays } from '@/lib/freshness/mutations'
import { countUnconfirmedFor, listUnconfirmedFor, openLink } from '@/lib/freshness/queries'
import { runFreshnessRound } from '@/lib/freshness/round/mutations'
import { structureProposal } from '@/lib/freshness/schema'
import { compareVersions, listRevisions } from '@/lib/places/back-office/queries'
import { prepareBulkEdit, startBulkEdit } from '@/lib/places/bulk/mutations'
import { setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import { getPublishedPlace } from '@/lib/places/queries'
import { answerProposal } from '@/lib/proposals/mutations'
import { TooManyAttemptsError } from '@/lib/throttle/limits'
import { answerOf, day, due, openFreshnessScene, requestOf, tokenOf } from '../support/freshness'
import { placeNamed } from '../support/place-named'

const { coordinator, elsewhere, forgetPlaces, hubId, published, withdrawn } = await openFreshnessScene()

beforeEach(forgetPlaces)

async function publishWithOthers(id: string) {
  const edit = await prepareBulkEdit(coordinator, { kind: 'status', status: 'PUBLISHED' }, { ids: [id] })
  await startBulkEdit(coordinator, edit, null)
}

describe('the link of a message', () => {
  let id: string
  beforeEach(async () => {
    id = await published('À Blois')
    await runFreshnessRound(day(due))
  })

  test('shows the listing as often as one likes, and changes nothing', async () => {
    const before = await db.place.findUnique({ where: { id } })
    const token = await tokenOf(id)
    for (let times = 0; times < 3; times++) expect(await openLink(token, day(due + 1))).toMatchObject({ state: 'open' })
    expect(await db.place.findUnique({ where: { id } })).toEqual(before)
    expect((await requestOf(id)).outcome).toBeNull()
  })

  test('confirms in one touch, once, says in the history who did, and is used up', async () => {
    const link = { token: await tokenOf(id), version: 2 }
    await Promise.all([1, 2, 3].map(() => confirmByLink(link, '192.0.2.1', day(due + 3))))
    expect(await db.place.findUnique({ where: { id } })).toMatchObject({ version: 3, verifiedAt: day(due + 3) })
    const [last] = await listRevisions(coordinator, id)
    expect(last).toMatchObject({ author: 'la structure, par le lien', version: 3 })
    expect(await openLink(link.token, day(due + 3))).toMatchObject({ state: 'answered', outcome: 'CONFIRMED' })
    expect(await getPublishedPlace(id)).toMatchObject({ isConfirmedByItself: true })
    expect(
      await db.auditEntry.findFirst({ where: { action: 'place.confirmed', subject: `place ${id}` } }),
    ).toMatchObject({ userId: null })
    await runFreshnessRound(day(due + 4))
    expect(await db.outboxMail.count()).toBe(1)
    // Whoever had the place open meanwhile is not told of a conflict: it says the same.
    expect(await compareVersions(coordinator, id, 2, 3)).toBeNull()
    expect(await setPlaceStatus(coordinator, id, 2, 'DRAFT')).toMatchObject({ version: 4 })
  })

  test('is over once somebody else verified the place, half a year later, or when it is not ours', async () => {
    const token = await tokenOf(id)
    expect(await openLink(token, day(due + 183))).toMatchObject({ state: 'open' })
    expect(await openLink(token, day(due + 185))).toEqual({ state: 'over' })
    for (const wrong of ['', 'x.y', token.slice(0, -2), `${token}a`])
      expect(await openLink(wrong)).toEqual({ state: 'over' })
    await updatePlace(coordinator, id, 2, placeNamed('À Blois', { phone: '02 54 00 00 00' }))
    expect(await openLink(token, day(due + 1))).toEqual({ state: 'over' })
    await expect(confirmByLink({ token, version: 3 }, null, day(due + 1))).rejects.toThrow(NotFoundError)
  })

  test('does not confirm a listing that changed since it was read', async () => {
    await db.place.update({ where: { id }, data: { version: 3, phone: '+33254000000' } })
    const answer = confirmByLink({ token: await tokenOf(id), version: 2 }, null, day(due + 1))
    await expect(answer).rejects.toThrow('La fiche a changé')
    expect((await requestOf(id)).outcome).toBeNull()
  })

  test('keeps what the structure would change, whole, for its coordinators, and asks nothing meanwhile', async () => {
    await proposeByLink(
      await answerOf(id, {
        phone: '02 54 00 00 00',
        hours: { Mo: '9h-12h, 14h-17h', Tu: '9h-12h, 14h-17h', We: 'fermé' },
        services: ['ONLINE_SAFETY'],
        message: 'Sonnez au 2.',
      }),
      null,
      day(due + 1),
    )
    expect(await db.proposal.findFirst()).toMatchObject({
      origin: 'STRUCTURE',
      status: 'OPEN',
      version: 2,
      email: (await requestOf(id)).email,
      message: 'Sonnez au 2.',
      changes: {
        phone: '+33254000000',
        openingHours: 'Mo-Tu 09:00-12:00,14:00-17:00',
        'services.EMPLOYMENT': null,
        'services.ONLINE_SAFETY': { note: null },
      },
    })
    expect((await db.place.findUniqueOrThrow({ where: { id } })).phone).toBeNull()
    for (const later of [14, 28, 42, 84]) await runFreshnessRound(day(due + later))
    expect(await db.outboxMail.count()).toBe(1)
    expect(await openLink(await tokenOf(id), day(due + 2))).toMatchObject({ state: 'answered', outcome: 'PROPOSED' })
  })

  test('asks for something to be said, and says by field what cannot be read', async () => {
    await expect(proposeByLink(await answerOf(id), null, day(due))).rejects.toThrow('Vous n’avez rien changé')
    const { error } = structureProposal.safeParse({ version: '1', address: '', phone: 'x', hours: { Mo: 'le matin' } })
    expect(error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['address', 'hours.Mo', 'phone'])
  })

  test('answers sixty times a quarter of an hour from one address', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 65 }, () => confirmByLink({ token: 'x', version: 1 }, '192.0.2.9')),
    )
    const reasons = tries.map((each) => (each.status === 'rejected' ? each.reason : null))
    expect(reasons.filter((reason) => reason instanceof TooManyAttemptsError)).toHaveLength(5)
  })
})

describe('a withdrawn listing', () => {
  test('is so by a hub that chose a delay alone, with its reason in the history, and comes back once anybody confirms it', async () => {
    const id = await published('À Blois')
    for (const later of [0, 14, 28, 42, 84, 250]) await runFreshnessRound(day(due + later))
    expect(await getPublishedPlace(id)).toMatchObject({ freshness: 'STALE' })
    await saveHubDelays(coordinator, { hubId, confirmAfterMonths: 6, holdAfterMonths: 9 })
    await runFreshnessRound(day(due + 260))
    expect(await getPublishedPlace(id)).not.toBeNull()
    await runFreshnessRound(day(due + 280))
    expect(await getPublishedPlace(id)).toBeNull()
    expect((await listUnconfirmedFor(coordinator, 1)).places).toMatchObject([{ id, reason: 'held', status: 'DRAFT' }])
    const [last] = await listRevisions(coordinator, id)
    expect(last).toMatchObject({ author: 'À deux pas', after: { status: 'DRAFT' }, version: 3 })
    expect(last?.reason).toMatch(/Personne n’a confirmé/)
    // An edit alone does not bring it back, nor take it off the list.
    await updatePlace(
      coordinator,
      id,
      3,
      placeNamed('À Blois', { emails: 'accueil@example.org', phone: '02 54 00 00 00' }),
    )
    expect(await countUnconfirmedFor(coordinator)).toBe(1)
    await expect(confirmAsCoordinator(elsewhere, id, 4)).rejects.toThrow(ForbiddenError)
    await confirmAsCoordinator(coordinator, id, 4)
    expect(await getPublishedPlace(id)).toMatchObject({ freshness: 'CURRENT' })
    expect(await countUnconfirmedFor(coordinator)).toBe(0)
    await runFreshnessRound(new Date())
    expect(await getPublishedPlace(id)).not.toBeNull()
  })

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['published by hand', (id) => setPlaceStatus(coordinator, id, 3, 'PUBLISHED')],
    ['published with others, which confirms nothing', (id) => publishWithOthers(id)],
    ['archived, then taken back', (id) => setPlaceStatus(coordinator, id, 3, 'ARCHIVED')],
  ])('that was %s is no longer withdrawn by us', async (_, decide) => {
    const id = await withdrawn('À Blois')
    const token = await tokenOf(id)
    expect(await openLink(token, day(due + 96))).toMatchObject({ state: 'open' })
    await decide(id)
    expect(await requestOf(id)).toMatchObject({ heldOn: null, outcome: 'SETTLED' })
    await runFreshnessRound(day(due + 96))
    expect((await db.place.findUniqueOrThrow({ where: { id } })).status).not.toBe('DRAFT')
    // A draft that somebody makes of it is hers: nobody's link publishes it.
    await setPlaceStatus(coordinator, id, 4, 'DRAFT')
    expect(await openLink(token, day(due + 97))).toEqual({ state: 'over' })
    await confirmAsCoordinator(coordinator, id, 5)
    expect(await getPublishedPlace(id)).toBeNull()
  })

  test('that lacks what a citizen needs does not come back by being confirmed', async () => {
    const id = await withdrawn('À Blois')
    await db.placeService.deleteMany({ where: { placeId: id } })
    const link = { token: await tokenOf(id), version: 3 }
    for (const confirm of [
      () => confirmByLink(link, null, day(due + 96)),
      () => confirmAsCoordinator(coordinator, id, 3),
    ])
      await expect(confirm()).rejects.toThrow('au moins un service')
    expect(await openLink(link.token, day(due + 96))).toMatchObject({ state: 'open' })
    await proposeByLink(await answerOf(id, { services: ['EMPLOYMENT'] }), null, day(due + 96))
    expect(await db.proposal.count({ where: { placeId: id, status: 'OPEN' } })).toBe(1)
    // The coordinator may refuse all the same: the listing stays hers.
    const { id: proposalId } = await db.proposal.findFirstOrThrow({ where: { placeId: id } })
    await answerProposal(coordinator, {
      id: proposalId,
      version: 3,
      decision: 'refuse',
      word: null,
      take: [],
      value: {},
    })
    expect(await db.place.findUnique({ where: { id } })).toMatchObject({ status: 'DRAFT', version: 4 })
  })
})
