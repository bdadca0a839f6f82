import fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { representativePoint } from '../table/representative-point'
import { dayOfColumns } from './day-columns'
import { readPair } from './pair'
import { projectionOf, toDegrees } from './projection'
import { readWholeAddress } from './whole-address'

describe('readWholeAddress', () => {
  it.each([
    ['12 rue de la Paix, 41000 Blois', '12 rue de la Paix', '41000', 'Blois'],
    ['12 rue de la Paix - 41000 BLOIS CEDEX 9', '12 rue de la Paix', '41000', 'BLOIS CEDEX 9'],
    ['Maison France, 3 pl. du 8 mai, 37 000 Tours, France', 'Maison France, 3 pl. du 8 mai', '37000', 'Tours'],
    ['ZA des 41100 Pierres, 41100 Vendôme', 'ZA des 41100 Pierres', '41100', 'Vendôme'],
    ['41000 Blois', '', '41000', 'Blois'],
    ['Le Bourg, Blois 41000', 'Le Bourg', '41000', 'Blois'],
    ['12 rue de la Paix', '12 rue de la Paix', '', ''],
    // Neither a postcode: a box of the post, a door and the number of a street
    ['12 rue de la Paix, CS 41234 Blois', '12 rue de la Paix, CS 41234 Blois', '', ''],
    ['BP 10 123 Blois', 'BP 10 123 Blois', '', ''],
    ['Bât. 12 100 rue de la Paix', 'Bât. 12 100 rue de la Paix', '', ''],
    ['', '', '', ''],
  ])('takes %j apart', (text, address, postcode, commune) => {
    expect(readWholeAddress(text)).toEqual({ address, postcode, commune })
  })
})

describe('dayOfColumns', () => {
  it.each([
    [['9h', '12h', '14h', '17h'], '9h - 12h / 14h - 17h'],
    [['9h-12h', '14h-17h'], '9h-12h / 14h-17h'],
    [['', '', '14:00', '17:00'], '14:00 - 17:00'],
    [['9h', '', '', '17h'], '9h - / - 17h'],
    [['Fermé', 'Fermé'], 'Fermé'],
    [['', ''], undefined],
  ])('reads %j', (cells, hours) => {
    expect(dayOfColumns(cells)?.replace(/\s+/g, ' ')).toBe(hours)
  })
})

describe('readPair', () => {
  it.each([
    ['47.586, 1.336', [47.586, 1.336]],
    ['47,586 ; 1,336', [47.586, 1.336]],
    ['47,586, 1,336', [47.586, 1.336]],
    ['POINT (1.336 47.586)', [1.336, 47.586]],
    ['[1.336,47.586]', [1.336, 47.586]],
    ['−21.1 55.5', [-21.1, 55.5]],
    ['573000 6722000', [573000, 6722000]],
    ['47.586° 1.336°', [47.586, 1.336]],
    ['47.586', null],
    ['47° 35', null],
    ['Blois, 1.336', null],
  ])('reads %j', (text, pair) => {
    expect(readPair(text)).toEqual(pair)
  })
})

describe('a projection', () => {
  it('is told from the numbers, and metres of another one are left alone', () => {
    expect(projectionOf(1.33, 47.58)).toBe('degrees')
    expect(projectionOf(573_000, 6_722_000)).toBe('lambert-93')
    expect(projectionOf(148_000, 5_990_000)).toBe('web-mercator')
    expect(projectionOf(1_700_000, 2_200_000)).toBeNull()
    expect(toDegrees('lambert-93', 1_700_000, 2_200_000)).toBeNull()
    expect(toDegrees('lambert-93', 1.33, 47.58)).toBeNull()
  })

  it('gives back the place it was made from, to a metre', () => {
    const there = proj4(
      '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs',
    )
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 8, noNaN: true }),
        fc.double({ min: 42, max: 51, noNaN: true }),
        (longitude, latitude) => {
          const [x = 0, y = 0] = there.forward([longitude, latitude])
          const back = toDegrees('lambert-93', x, y)
          expect(back?.longitude).toBeCloseTo(longitude, 5)
          expect(back?.latitude).toBeCloseTo(latitude, 5)
        },
      ),
    )
  })

  it('puts the origin of Lambert-93 where IGN does', () => {
    expect(toDegrees('lambert-93', 700_000, 6_600_000)).toEqual({ latitude: 46.5, longitude: 3 })
  })
})

describe('representativePoint', () => {
  const square = (x: number, y: number, size: number) => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]

  it('is in the middle of a building, and inside of one with a court', () => {
    expect(representativePoint({ type: 'Polygon', coordinates: [square(570_000, 6_700_000, 20)] })).toEqual([
      570_010, 6_700_010,
    ])
    const horseshoe = [
      [0, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
      [0, 0],
    ].map(([x = 0, y = 0]) => [1 + x / 1000, 47 + y / 1000])
    const [x = 0] = representativePoint({ type: 'MultiPolygon', coordinates: [[horseshoe]] }) ?? []
    expect(x < 1.001 || x > 1.002).toBe(true)
  })

  it('is none for the outline of a commune: its middle is not where to go', () => {
    expect(representativePoint({ type: 'Polygon', coordinates: [square(1, 47, 0.1)] })).toBeNull()
    expect(representativePoint({ type: 'Polygon', coordinates: [square(570_000, 6_700_000, 9000)] })).toBeNull()
  })

  it('is none for what is no geometry', () => {
    for (const geometry of [
      null,
      1,
      [],
      {},
      { type: 'Point' },
      { type: 'Point', coordinates: ['a', 2] },
      { type: 'Polygon', coordinates: [[]] },
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ])
      expect(representativePoint(geometry)).toBeNull()
  })
})
