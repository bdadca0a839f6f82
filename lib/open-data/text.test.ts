import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from './text'

describe('cleanLine', () => {
  it.each([
    ['  Maison\u00A0 des\nservices ', 'Maison des services'],
    ['MÃ©diathÃ¨que d’Ã©tÃ©', 'Médiathèque d’été'],
    ['L&#039;&eacute;cole &amp; Cie', "L'école & Cie"],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a\u0000b\u202Ec\u200Fd\uFEFF', 'abcd'],
    ['👩‍💻 Atelier', '👩‍💻 Atelier'],
    ['e\u0301te\u0301', 'été'],
    ['\uD800seul', 'seul'],
    ['lâ€™Å“uvre', 'l’œuvre'],
    ['Sacré-C½ur et ½uvres, 1½ h', 'Sacré-Cœur et œuvres, 1½ h'],
    ['C¼UR DE BOURG, ¼uvres, un ½uf, v½u', 'CŒUR DE BOURG, Œuvres, un œuf, vœu'],
    ['1½h, ½h, 10h½, 10h½–12h, ¼d’heure, ½ tarif', '1½h, ½h, 10h½, 10h½–12h, ¼d’heure, ½ tarif'],
    ['« CITÉ» Ã la carte', '« CITÉ» Ã la carte'],
  ])('cleans %j', (text, clean) => {
    expect(cleanLine(text)).toBe(clean)
  })

  it.each(['null', 'N/A', 'NaN', '-', '?', 'Néant', 'non renseigné', '#N/A', '#NOM?', '#DIV/0!', '  '])(
    'finds nothing in %j',
    (text) => {
      expect(cleanLine(text)).toBe('')
    },
  )
})

describe('cleanText', () => {
  it('keeps paragraphs, whatever ends their lines', () => {
    expect(cleanText('Un \r\n\r\n\r\n\r\n deux\rtrois')).toBe('Un\n\ndeux\ntrois')
  })
})
