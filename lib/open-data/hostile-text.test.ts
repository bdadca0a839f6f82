import { describe, expect, it } from 'vitest'
import { isActiveHtml, isFormula } from './hostile-text'

describe('isFormula', () => {
  it.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '@SUM(1+1)*cmd',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    '= HYPERLINK("x")',
    '＝1',
  ])('knows %s', (text) => expect(isFormula(text)).toBe(true))
  it.each([
    '',
    '=',
    '+33 2 54 00 00 00',
    '+33 (0)2 54 00 00 00',
    '- atelier (le lundi)',
    '-2 °C',
    '@mediatheque',
    'a=b',
    '(=1)',
  ])('leaves %j alone', (text) => expect(isFormula(text)).toBe(false))
})

describe('isActiveHtml', () => {
  it.each([
    '<script>alert(1)</script>',
    'A <img src=x onerror=alert(1)>',
    '<SVG/onload=x>',
    '<b onclick=x>a</b>',
    '<a href="javascript:x">',
  ])('knows %s', (text) => expect(isActiveHtml(text)).toBe(true))
  it.each([
    'Espace <b>numérique</b>',
    'JavaScript : les bases',
    'Accueil < 26 ans',
    'L’atelier <3',
    'A & B',
    '<3 le script',
  ])('leaves %s alone', (text) => expect(isActiveHtml(text)).toBe(false))
})
