import type { ServerResponse } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { feature, stubGeocoder } from '../support/geocoder-stub'

const stub = await stubGeocoder()
// What they load reads the geocoder's address
const { db } = await import('@/lib/db')
const { isGeocoderDown } = await import('@/lib/geocoding/geocoder')
const { forgetImports, openUploadScene, row, rowsOf } = await import('../support/uploads')
const { send, sendAndApply } = await openUploadScene()

afterEach(forgetImports)

const streets = ['des Ormes', 'du Bac', 'Haute', 'Pasteur', 'de la Paix', 'Denis Papin', 'du Cher', 'Basse', 'Neuve']
/** A row that says no position, at an address of its own. */
const unplaced = (rank: number) =>
  row(`r${rank}`, {
    nom: `Lieu ${rank} ${streets[rank % 9]}`,
    adresse: `${rank} rue ${streets[rank % 9]}`,
    latitude: undefined,
    longitude: undefined,
  })
const rows = (count: number, after = 0) => Array.from({ length: count }, (_, index) => unplaced(after + index + 1))

it('rows without a position are looked up by their address, and the progress is told as it goes', async () => {
  const told = new Set<string>()
  let asked = 0
  const answerOnceRead = async (response: ServerResponse) => {
    const { phase, done, total } = await db.importUpload.findFirstOrThrow()
    told.add(`${phase} ${done}/${total}`)
    asked++
    const features = [feature({}, [1.3 + asked * 0.002, 47.58])]
    response.end(JSON.stringify({ type: 'FeatureCollection', features }))
  }
  stub.answer = (response) => void answerOnceRead(response)

  const id = await send(rows(90))

  expect([...told]).toEqual(['locating 0/90', 'locating 40/90', 'locating 80/90'])
  expect(await db.importRow.findMany({ where: { uploadId: id }, select: { located: true } })).toEqual(
    Array.from({ length: 90 }, () => ({ located: expect.objectContaining({ latitude: 47.58, precision: 'ADDRESS' }) })),
  )
  expect(await db.importRow.count({ where: { doubts: { has: 'position' } } })).toBe(0)
})

it('without the geocoder they stand where their commune does, and are told to be looked at', async () => {
  stub.answer = (response) => {
    response.statusCode = 503
    response.end()
  }
  const commune = await db.commune.findUniqueOrThrow({ where: { code: '41018' } })

  const id = await sendAndApply([row('placed'), ...rows(50, 100)])

  expect(isGeocoderDown()).toBe(true)
  expect(await rowsOf(id, 'DOUBTFUL')).toHaveLength(50)
  expect(await db.importRow.count({ where: { doubts: { has: 'position' }, decision: null } })).toBe(50)
  expect(await db.importRow.findFirstOrThrow({ where: { kind: 'DOUBTFUL' } })).toMatchObject({
    located: { latitude: commune.latitude, longitude: commune.longitude, precision: 'COMMUNE' },
  })
  expect(await db.place.count()).toBe(1)
})
