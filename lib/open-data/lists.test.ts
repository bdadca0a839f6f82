import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEnumeration } from './enumeration'
import { splitList } from './list'
import {
  readAccessMode,
  readFee,
  readFeeOrProgramme,
  readLabel,
  readProgrammeOrLabel,
  readPublic,
  readService,
  readSupportMode,
} from './national-readers'
import { readTypologies } from './typology'
import { accessModes, audiences, fees, labels, programmes, services, specialCare, supportModes } from './vocabulary'

describe('splitList', () => {
  it.each([
    ['a|b', ['a', 'b']],
    ['a;b', ['a', 'b']],
    ['a, b', ['a', 'b']],
    ['a ; b|', ['a', 'b']],
    ['Critères (adhésion, pass);b', ['Critères (adhésion, pass)', 'b']],
    ['Critères (adhésion, pass), b', ['Critères (adhésion, pass)', 'b']],
    ['["a","b"]', ['a', 'b']],
    ["['a', 'b']", ['a', 'b']],
    ['{"a","b"}', ['a', 'b']],
    ['', []],
  ])('splits %s', (text, items) => {
    expect(splitList(text)).toEqual(items)
  })
})

describe('readEnumeration', () => {
  it.each([
    ['Prendre en main un smartphone ou une tablette', 'EVERYDAY_DIGITAL_TOOLS'],
    ['S’équiper en matériel informatique', 'AFFORDABLE_EQUIPMENT'],
    ['ACCEDER A UNE CONNEXION INTERNET', 'INTERNET_AND_EQUIPMENT_ACCESS'],
    ['aide-aux-demarches-administratives', 'ADMINISTRATIVE_PROCEDURES'],
    ['Créer avec le numérique', 'LEISURE_AND_CREATION'],
  ])('reads the service %s', (value, code) => {
    expect(readService(value)).toBe(code)
  })

  it('reads the long forms of 2022 by what stands before the colon', () => {
    expect(readFee('Gratuit : Je peux accéder gratuitement au lieu et à ses services')).toBe('FREE')
    expect(readFee("Payant : L'accès au lieu et/ou à ses services est payant")).toBe('PAID')
    expect(readFeeOrProgramme("Accepte le Pass numérique : Il est possible d'utiliser un Pass numérique")).toBe(
      'PASS_NUMERIQUE',
    )
    expect(readSupportMode("Seul : j'ai accès à du matériel et une connexion")).toBe('SELF_SERVICE')
    expect(readSupportMode('A ma place : une personne habilitée fait les démarches à ma place')).toBe('INDIVIDUAL')
    expect(readPublic("Handicaps mentaux : déficiences limitant les activités d'une personne")).toBe(
      'MENTAL_DISABILITY',
    )
    expect(readPublic('Adultes')).toBeNull()
  })

  it('reads both spellings of the post office’s label and both apostrophes', () => {
    expect(readLabel('Étapes numériques (La Poste)')).toBe('ETAPES_NUMERIQUES')
    expect(readLabel('Étapes numériques(La Poste)')).toBe('ETAPES_NUMERIQUES')
    expect(readAccessMode('Ce lieu n’accueille pas de public')).toBe('NO_PUBLIC')
    expect(readProgrammeOrLabel('CNFS')).toBe('CONSEILLER_NUMERIQUE')
  })

  it('keeps the known values beside an unknown one, and tells it', () => {
    const { value, notes } = readEnumeration('Gratuit;Offert;Payant', readFee)
    expect(value).toEqual(['FREE', 'PAID'])
    expect(notes).toEqual([{ kind: 'dropped', value: 'Offert', reason: expect.any(String) }])
  })

  it('reads any list of national values back, whatever joins them', () => {
    const vocabularies = [
      [services, readService],
      [fees, readFee],
      [accessModes, readAccessMode],
      [supportModes, readSupportMode],
      [programmes, readProgrammeOrLabel],
      [labels, readProgrammeOrLabel],
      [audiences, readPublic],
      [specialCare, readPublic],
    ] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...vocabularies),
        fc.constantFrom('|', ';', ', ', ' ; '),
        fc.boolean(),
        (pair, joiner, isUpper) => {
          const [vocabulary, read] = pair
          const text = Object.values(vocabulary).join(joiner)
          const { value, notes } = readEnumeration(
            isUpper ? text.toUpperCase() : text,
            read as (written: string) => string | undefined,
          )
          expect(value).toEqual(Object.keys(vocabulary))
          expect(notes).toEqual([])
        },
      ),
    )
  })
})

describe('readTypologies', () => {
  it('reads codes whatever their case, and keeps those it has never met', () => {
    expect(readTypologies('tiers_lieux|ASSO;Médiathèque;Autre;NEUF').value).toEqual([
      'TIERS_LIEUX',
      'ASSO',
      'BIB',
      'Autre',
      'NEUF',
    ])
  })

  it('drops what is no code', () => {
    expect(readTypologies('lieu fort sympathique du village d’à côté')).toMatchObject({
      value: [],
      notes: [{ kind: 'dropped' }],
    })
  })
})
