import { describe, expect, test } from 'vitest'
import { locales } from './languages'
import { isInAllLanguages, localPath, readLocalPath } from './path'

const paths = ['/', '/lieux', '/lieux/adp-1', '/hubs/nord', '/en-commun', '/communes/37261-tours']

test.each(paths)('%s is read back from its address in every language', (path) => {
  for (const locale of locales) expect(readLocalPath(localPath(locale, path))).toEqual({ locale, path })
})

describe('addresses', () => {
  test('in French are the plain ones', () => {
    expect(localPath('fr', '/lieux?lieu=Blois')).toBe('/lieux?lieu=Blois')
  })
  test('in another language start with its code, and keep what is asked', () => {
    expect(localPath('ar', '/')).toBe('/ar')
    expect(localPath('en', '/?lieu=Blois')).toBe('/en?lieu=Blois')
    expect(localPath('uk', '/lieux?lieu=Blois#carte')).toBe('/uk/lieux?lieu=Blois#carte')
  })
  test('of a language that we do not speak are pages like any other', () => {
    expect(readLocalPath('/de/lieux')).toEqual({ locale: 'fr', path: '/de/lieux' })
    expect(readLocalPath('/fr/lieux')).toEqual({ locale: 'fr', path: '/fr/lieux' })
  })
  test('never lead to another site', () => {
    expect(readLocalPath('/en//elsewhere.example')).toEqual({ locale: 'en', path: '/elsewhere.example' })
  })
})

test('what coordinators and machines ask for speaks French', () => {
  for (const path of [
    '/coordination',
    '/coordination/lieux',
    '/connexion',
    '/invitation/x',
    '/api/v1/lieux',
    '/sitemap.xml',
  ]) {
    expect(isInAllLanguages(path), path).toBe(false)
  }
  for (const path of [...paths, '/coordination-rurale', '/lieux/a.b']) {
    expect(isInAllLanguages(path), path).toBe(true)
  }
})
