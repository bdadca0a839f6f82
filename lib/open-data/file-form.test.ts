import { describe, expect, it } from 'vitest'
import { detectForm } from './file-form'

describe('detectForm', () => {
  it.each([
    ['id,nom,commune,code_postal\n', { format: 'national', separator: ',' }],
    ['ID;"Nom du lieu";Commune;Code Postal;Labels nationaux\n', { format: 'national-2022', separator: ';' }],
    ['id\tnom\tville\tcp\r\n', { format: 'national', separator: '\t' }],
    ['id|nom|commune|code_insee\r', { format: 'national', separator: '|' }],
    ['Liste des lieux;;;\n\nid;nom;commune;code_postal\n', { format: 'national', separator: ';', headerLine: 3 }],
    ['id_fs,lib_fs,lib_com,h_lundi\n', { format: 'france-services', separator: ',' }],
    [
      'ID;Nom France services;Horaires lundi;Commentaires horaires\n',
      { format: 'france-services', fields: ['id', 'lib_fs', 'h_lundi', 'commentaire'] },
    ],
    ['[{"id":"1","nom":"","commune":"Blois"}]', { format: 'national', shape: { kind: 'array' } }],
    [
      '{"total":1,"lieux":[{"nom":"a","code_postal":"41000","conditions_acces":""}]}',
      { format: 'national-2022', shape: { kind: 'wrapped', key: 'lieux' } },
    ],
    ['{"nom":"a","commune":"b"}\n{"nom":"c","commune":"d"}\n', { format: 'national', shape: { kind: 'lines' } }],
    [
      '{"type":"FeatureCollection","features":[{"properties":{"nom":"a","commune":"b"},"geometry":null}]}',
      { format: 'geojson', shape: { kind: 'wrapped', key: 'features' } },
    ],
    ['{"features":[{"properties":{"id_geo":"41018","lib_territoire":"a"}}]}', { format: 'fabriques' }],
  ])('recognises %s', (head, form) => {
    expect(detectForm(head)).toMatchObject(form)
  })

  it.each([
    ['', 'vide'],
    ['a,b,c\n1,2,3\n', 'pas reconnu'],
    ['{"hello":"world"}', 'pas reconnu'],
    ['{"a":{"nom":"a","commune":"b"},"b":{"nom":"c","commune":"d"}}', 'pas reconnu'],
    ['[]', 'aucun lieu'],
  ])('refuses %j in one sentence', (head, sentence) => {
    expect(() => detectForm(head)).toThrow(sentence)
  })
})
