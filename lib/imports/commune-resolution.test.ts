import { describe, expect, it } from 'vitest'
import type { Whereabouts } from '@/lib/open-data/source-place'
import { searchNameOf } from '@/lib/territory/search-name'
import { CommuneIndex } from './commune-index'
import { resolveCommune } from './commune-resolution'
import { checkPosition } from './position'

const commune = (
  code: string,
  name: string,
  postcodes: string[],
  latitude: number,
  longitude: number,
  parentCode: string | null = null,
) => ({
  code,
  name,
  searchName: searchNameOf(name),
  postcodes,
  latitude,
  longitude,
  precision: 'SURVEYED' as const,
  departmentCode: code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2),
  parentCode,
})

const blois = commune('41018', 'Blois', ['41000'], 47.58, 1.33)
const index = new CommuneIndex(
  [
    blois,
    commune('41001', 'Villebarou', ['41000'], 47.62, 1.32),
    commune('35238', 'Rennes', ['35000', '35200', '35700'], 48.11, -1.68),
    commune('69123', 'Lyon', ['69001', '69003'], 45.75, 4.85),
    commune('69383', 'Lyon 3e Arrondissement', ['69003'], 45.75, 4.86, '69123'),
    commune('93066', 'Saint-Denis', ['93200'], 48.93, 2.35),
    commune('97411', 'Saint-Denis', ['97400'], -20.93, 55.44),
    commune('28229', 'Mainvilliers', ['28300'], 48.45, 1.46),
    commune('57442', 'Mainvilliers', ['57380'], 49, 6.6),
    commune('97610', 'Koungou', ['97600', '97690'], -12.73, 45.2),
  ],
  [{ code: '41900', searchName: 'vieux bourg', communeCode: '41018' }],
)

const nowhere: Whereabouts = {
  inseeCode: null,
  postcode: null,
  communeName: '',
  departmentCode: null,
  position: null,
  isAtCommune: false,
}

function codeFor(where: Partial<Whereabouts>) {
  const found = resolveCommune({ ...nowhere, ...where }, index)
  return 'refusal' in found ? 'refused' : `${found.commune.code} ${found.postcode}`
}

describe('resolveCommune', () => {
  it.each<[string, Partial<Whereabouts>, string]>([
    ['an INSEE code', { inseeCode: '41018' }, '41018 41000'],
    ['the INSEE code of a merged commune', { inseeCode: '41900', postcode: '41000' }, '41018 41000'],
    [
      'an unknown INSEE code and the rest',
      { inseeCode: '41999', postcode: '41000', communeName: 'Blois' },
      '41018 41000',
    ],
    [
      'a code that name and postcode contradict',
      { inseeCode: '35238', postcode: '41000', communeName: 'Blois' },
      '41018 41000',
    ],
    ['a name and a postcode', { postcode: '41000', communeName: 'BLOIS' }, '41018 41000'],
    ['a name with CEDEX', { postcode: '41013', communeName: 'BLOIS CEDEX 9' }, '41018 41013'],
    ['a postcode in the name', { communeName: '41000 BLOIS' }, '41018 41000'],
    ['a merged commune’s name', { postcode: '41000', communeName: 'Vieux-Bourg' }, '41018 41000'],
    ['an arrondissement', { postcode: '69003', communeName: 'LYON 3EME' }, '69383 69003'],
    ['a city and the postcode of an arrondissement', { postcode: '69003', communeName: 'Lyon' }, '69383 69003'],
    ['a slip of the finger', { postcode: '97600', communeName: 'KOUNGOUU' }, '97610 97600'],
    ['a hamlet under the postcode of one commune', { postcode: '28300', communeName: 'Le Hameau' }, '28229 28300'],
    [
      'a hamlet near one commune of its postcode',
      { postcode: '41000', communeName: 'Le Hameau', position: { latitude: 47.62, longitude: 1.32 } },
      '41001 41000',
    ],
    [
      'a name twice in France, by its département',
      { communeName: 'Saint-Denis', departmentCode: '974' },
      '97411 97400',
    ],
    [
      'a name twice in France, by its position',
      { communeName: 'St Denis', position: { latitude: 48.93, longitude: 2.36 } },
      '93066 93200',
    ],
    [
      'a name whose postcode is of elsewhere, by its position',
      { communeName: 'Mainvilliers', postcode: '75001', position: { latitude: 48.45, longitude: 1.47 } },
      '28229 28300',
    ],
  ])('understands %s', (_, where, answer) => {
    expect(codeFor(where)).toBe(answer)
  })

  it.each<[string, Partial<Whereabouts>]>([
    ['nothing at all', {}],
    ['a position alone', { position: { latitude: 47.58, longitude: 1.33 } }],
    ['a name twice in France', { communeName: 'Saint-Denis' }],
    ['an unknown name', { communeName: 'Nulle-Part' }],
    ['a hamlet of a postcode with several communes', { postcode: '41000', communeName: 'Le Hameau' }],
    ['a name and a postcode of two départements', { postcode: '35000', communeName: 'Blois' }],
  ])('refuses %s', (_, where) => {
    expect(codeFor(where)).toBe('refused')
  })
})

describe('checkPosition', () => {
  it('keeps a position in or near the commune', () => {
    expect(checkPosition({ latitude: 47.6, longitude: 1.4 }, blois)).toMatchObject({
      position: { latitude: 47.6 },
      remark: null,
    })
  })

  it('puts swapped numbers back', () => {
    expect(checkPosition({ latitude: 1.336, longitude: 47.586 }, blois)).toMatchObject({
      position: { latitude: 47.586, longitude: 1.336 },
      kind: 'repaired',
    })
  })

  it('sets aside a position elsewhere', () => {
    const { position, remark } = checkPosition({ latitude: 43.6, longitude: 1.44 }, blois)
    expect(position).toBeNull()
    expect(remark).toContain('443 km')
  })
})
