import { expect, test } from 'vitest'
import { readCommuneRequest } from './commune-request'
import { departmentsNamed, departmentsStarting, withoutDepartment } from './department-request'

const department = (code: string, name: string, regionName: string) => ({ code, name, regionName })
const departments = [
  department('17', 'Charente-Maritime', 'Nouvelle-Aquitaine'),
  department('16', 'Charente', 'Nouvelle-Aquitaine'),
  department('21', "Côte-d'Or", 'Bourgogne-Franche-Comté'),
  department('29', 'Finistère', 'Bretagne'),
  department('35', 'Ille-et-Vilaine', 'Bretagne'),
  department('2A', 'Corse-du-Sud', 'Corse'),
  department('2B', 'Haute-Corse', 'Corse'),
  department('974', 'La Réunion', 'La Réunion'),
]
const read = (text: string) => readCommuneRequest(text)[0] ?? { name: '', code: '' }

test.each([
  ['Charente', ['16']],
  ['la charente', ['16']],
  ['département de la Charente-Maritime', ['17']],
  ['Charente-Maritime (17)', ['17']],
  ['charente maritime 16', []],
  ['cote d’or', ['21']],
  ['Réunion', ['974']],
  ['la réunion', ['974']],
  ['974', ['974']],
  ['2a', ['2A']],
  ['20', ['2A', '2B']],
  ['Bretagne', ['29', '35']],
  ['région Bretagne', ['29', '35']],
  ['la corse', ['2A', '2B']],
  ['17000', []],
  ['Rennes', []],
])('%s names %o', (text, codes) => {
  expect(departmentsNamed(read(text), departments).map(({ code }) => code)).toEqual(codes)
})

test.each([
  ['saint denis la réunion', { name: 'saint denis', code: '974' }],
  ['Saint-Denis de La Réunion', { name: 'saint denis', code: '974' }],
  ['la rochelle charente maritime', { name: 'la rochelle', code: '17' }],
  ['charente-maritime la rochelle', { name: 'la rochelle', code: '17' }],
  ['Quimper (Finistère)', { name: 'quimper', code: '29' }],
  ['dijon dans la côte d’or', { name: 'dijon', code: '21' }],
  ['quimper', null],
  ['finistère', null],
  ['quimper 29', null],
])('%s is a name in a département: %o', (text, request) => {
  expect(withoutDepartment(read(text), departments)).toEqual(request)
})

test('a département shows from three letters on', () => {
  expect(departmentsStarting(read('char'), departments).map(({ code }) => code)).toEqual(['17', '16'])
  expect(departmentsStarting(read('ch'), departments)).toEqual([])
  expect(departmentsStarting(read('char 17'), departments)).toEqual([])
})
