import { expect, test } from 'vitest'
import { isKeptPath } from './kept-paths'

test.each([
  '/',
  '/lieux',
  '/lieux/adp-1',
  '/hubs',
  '/hubs/hub-lo',
  '/a-propos',
  '/uk/confidentialite',
  '/en',
  '/ar/lieux/adp-12',
  '/territoires',
  '/uk/communes/2A004-ajaccio',
  '/regions/24-centre-val-de-loire',
])('%s is kept', (path) => expect(isKeptPath(path)).toBe(true))

test.each([
  '/lieux?q=cv',
  '/?x',
  '//',
  '//lieux/adp-1',
  '/en//lieux/adp-1',
  '/en/',
  '/fr/lieux/adp-1',
  '/lieux/adp-1/',
  '/lieux/ADP-1',
  '/lieux/adp-%31',
  `/lieux/adp-${'1'.repeat(11)}`,
  '/communes/41018',
  '/lieux/carte',
  'http://localhost/lieux/adp-1',
  '/api/v1/lieux/adp-1',
  '/en/connexion',
  '/coordination',
])('%s is not', (path) => expect(isKeptPath(path)).toBe(false))
