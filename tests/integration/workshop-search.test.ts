import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { workshopsData } from '@/lib/workshops/event-data'
import { compareWorkshops } from '@/lib/workshops/search/order'
import { countWorkshops, findWorkshops, understoodWorkshops } from '@/lib/workshops/search/queries'
import { readWorkshopSearch, workshopParams } from '@/lib/workshops/search/request'
import { listWiderSearches } from '@/lib/workshops/search/wider/queries'
import type { Level, Service } from '@/prisma/client/enums'
import { makeReceivingPlace } from '../support/referrals'

const now = new Date('2026-11-23T09:00:00Z')
const hour = 3_600_000
const day = 24 * hour
const blois = { lat: '47.586', lon: '1.336' }

interface Announced {
  place?: string
  title?: string
  service?: Service
  level?: Level
  seats?: number
  priceCents?: number
  takesPass?: boolean
  isCycle?: boolean
  /** Days from now */
  on: number[]
}

const places: Record<string, string> = {}

async function announce({
  place = 'near',
  on,
  title = 'La souris',
  service = 'EVERYDAY_DIGITAL_TOOLS',
  ...rest
}: Announced) {
  const sessions = on.map((days) => {
    const startsAt = new Date(now.getTime() + days * day)
    return { startsAt, endsAt: new Date(startsAt.getTime() + hour) }
  })
  const placeId = places[place] ?? ''
  return db.workshop.create({ data: { placeId, title, service, ...rest, sessions: { create: sessions } } })
}

async function find(params: Record<string, string>) {
  const { search, problems } = readWorkshopSearch(params)
  expect(problems).toEqual([])
  return findWorkshops(await understoodWorkshops(search), now)
}
const titles = async (params: Record<string, string>) => (await find(params)).workshops.map(({ title }) => title)

beforeAll(async () => {
  // 0, 8 and 60 km from Blois
  const at = (latitude: number) => ({ latitude, longitude: 1.336 })
  places.near = await makeReceivingPlace('Médiathèque', at(47.586))
  places.far = await makeReceivingPlace('Espace numérique', at(47.658))
  places.farther = await makeReceivingPlace('Mairie', at(48.126))
  places.hidden = await makeReceivingPlace('Brouillon', { status: 'DRAFT', publishedAt: null })
  await announce({ title: 'La souris', level: 'BEGINNER', on: [6, 13, 20], priceCents: 0, seats: 8 })
  await announce({ title: 'Les arnaques', service: 'ONLINE_SAFETY', on: [2], takesPass: true, priceCents: 500 })
  await announce({ title: 'Le traitement de texte', level: 'ADVANCED', on: [20], isCycle: true, place: 'far' })
  await announce({ title: 'La tablette', level: 'BEGINNER', on: [1], place: 'farther' })
  await announce({ title: 'Nulle part', on: [1], place: 'hidden' })
  await announce({ title: 'Hier', on: [-1] })
  const { id } = await announce({ title: 'Retiré', on: [3] })
  await db.workshop.update({ where: { id }, data: { removedAt: now } })
  const off = await announce({ title: 'Annulé', on: [3] })
  await db.workshopSession.updateMany({ where: { workshopId: off.id }, data: { cancelledAt: now } })
})

describe('the workshops to come', () => {
  test('are the soonest first, each once, published and held', async () => {
    expect(await titles({})).toEqual(['La tablette', 'Les arnaques', 'La souris', 'Le traitement de texte'])
  })

  test('near somebody are the soonest within a few kilometres, then farther', async () => {
    const { workshops } = await find(blois)
    expect(workshops.map(({ title, distance }) => [title, Math.round((distance ?? 0) / 1000)])).toEqual([
      ['Les arnaques', 0],
      ['La souris', 0],
      ['Le traitement de texte', 8],
      ['La tablette', 60],
    ])
    const ranked = workshops.map((found) => ({ ...found, isFull: found.seatsLeft === 0, isNamed: true }))
    expect(ranked.toSorted(compareWorkshops)).toEqual(ranked)
    expect(workshops[1]).toMatchObject({ otherDates: 2, rank: 1, count: 3, seatsLeft: 8, placeName: 'Médiathèque' })
    // Nobody said how many seats there are: that is not none.
    expect(workshops[0]?.seatsLeft).toBeNull()
  })

  test.each([
    [{ quand: 'semaine' }, ['La tablette', 'Les arnaques', 'La souris']],
    [{ quand: 'semaine', niveau: 'debutant' }, ['La tablette', 'Les arnaques', 'La souris']],
    [{ niveau: 'confirme' }, ['Les arnaques', 'Le traitement de texte']],
    [{ gratuit: 'oui' }, ['La souris']],
    [{ pass: 'oui' }, ['Les arnaques']],
    [{ services: 'maitriser-la-securite-en-ligne' }, []],
    [{ q: 'arnaque' }, ['Les arnaques']],
    [{ q: 'une formation pour débutant gratuite cette semaine près de chez moi' }, ['La souris']],
    // A need is met by its service; a title that says it comes first.
    [{ q: 'atelier traitement de texte' }, ['Le traitement de texte', 'La tablette', 'La souris']],
    [{ q: 'atelier débutant', mots: 'exacts' }, []],
    [{ departement: '37' }, []],
  ])('by %j are %j', async (params, expected) => {
    const known: Record<string, string> = 'services' in params ? {} : params
    if ('services' in params) return expect(readWorkshopSearch(params).problems).toHaveLength(1)
    expect(await titles(known)).toEqual(expected)
    expect(await countWorkshops(await understoodWorkshops(readWorkshopSearch(known).search), now)).toBe(expected.length)
  })

  test('are told by a date with a seat left, and come last when there is none', async () => {
    const workshop = await announce({ title: 'Très demandé', on: [1, 8], seats: 1 })
    const [first, second] = await db.workshopSession.findMany({
      where: { workshopId: workshop.id },
      orderBy: { startsAt: 'asc' },
    })
    const fill = (id = '') => db.workshopSession.update({ where: { id }, data: { otherSeats: 1 } })
    await fill(first?.id)
    const told = async () => (await find(blois)).workshops.filter(({ distance }) => distance === 0)
    expect((await told()).map(({ title }) => title)).toEqual(['Les arnaques', 'La souris', 'Très demandé'])
    expect((await told())[2]).toMatchObject({ seatsLeft: 1, startsAt: second?.startsAt, otherDates: 1 })
    await fill(second?.id)
    expect((await told())[2]).toMatchObject({ seatsLeft: 0, startsAt: first?.startsAt })
    await db.workshop.delete({ where: { id: workshop.id } })
  })
})

test('where nothing is found, each thing to give up says what it would bring, and everything at once is the last way', async () => {
  const wider = async (params: Record<string, string>) =>
    (await listWiderSearches(await understoodWorkshops(readWorkshopSearch(params).search), now)).map(
      ({ gives, count, change }) => [gives, count, change],
    )
  // What the words said can be given up like a filter.
  expect(await wider({ q: 'atelier confirmé gratuit cette semaine' })).toEqual([
    ['level', 1, expect.objectContaining({ level: null, isFree: true, period: 'WEEK', words: null })],
    ['price', 1, expect.objectContaining({ level: 'ADVANCED', isFree: false })],
  ])
  expect(await wider({ departement: '37', niveau: 'debutant' })).toEqual([
    ['where', 3, expect.objectContaining({ departmentCodes: [], level: 'BEGINNER' })],
  ])
  expect((await wider({ departement: '37', niveau: 'confirme', gratuit: 'oui' })).map(([gives]) => gives)).toEqual([
    'all',
  ])
})

test('search engines read the dates on the place’s own clock, and the seats', async () => {
  const { workshops } = await find({ gratuit: 'oui' })
  expect(workshopsData(workshops, 'https://a.example')).toMatchObject({
    '@graph': [
      {
        '@type': 'EducationEvent',
        name: 'La souris',
        startDate: '2026-11-29T10:00:00+01:00',
        isAccessibleForFree: true,
        remainingAttendeeCapacity: 8,
        offers: { price: 0, availability: 'https://schema.org/InStock' },
      },
    ],
  })
})

test('an address is read back as the same search', () => {
  const params = {
    ...blois,
    q: 'cv',
    services: 'favoriser-mon-insertion-professionnelle',
    niveau: 'debutant',
    quand: 'mois',
    gratuit: 'oui',
    pass: 'oui',
    page: '2',
  }
  const { search } = readWorkshopSearch(params)
  expect(readWorkshopSearch(workshopParams(search)).search).toEqual(search)
  expect(
    readWorkshopSearch({ niveau: 'nul', autre: '1', quand: '' }).problems.map(({ parameter }) => parameter),
  ).toEqual(['autre', 'niveau'])
})
