import { domainToASCII } from 'node:url'
import type { Note, Reading } from './reading'

const valid =
  /^[a-z0-9!#$%&'*+/=?^_`{}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/i

/**
 * Reads the e-mail addresses of a cell, whatever separates them. A word that is no address is
 * dropped with a note; nothing is completed.
 */
export function readEmails(texts: readonly string[]): Reading<string[]> {
  const notes: Note[] = []
  const addresses = new Map<string, string>()
  for (const text of texts) {
    let isRead = false
    const rest: string[] = []
    for (const { word, isDoubtful } of split(text)) {
      const address = isDoubtful ? null : normalise(word)
      if (address === null) {
        rest.push(word)
        continue
      }
      isRead = true
      if (!text.toLowerCase().includes(address.toLowerCase()))
        notes.push({ kind: 'repaired', value: text, reason: `Adresse électronique lue ${address}` })
      addresses.set(address.toLowerCase(), address)
    }
    for (const word of isRead ? rest.filter((word) => word.includes('@')) : rest.slice(0, 1))
      notes.push({
        kind: 'dropped',
        value: isRead ? word : text,
        reason: 'Adresse électronique illisible, non reprise',
      })
  }
  return { value: [...addresses.values()], notes }
}

interface Word {
  word: string
  /** Right after another word: "maisondes services@…" may be one address cut by a blank. */
  isDoubtful: boolean
}

function split(text: string): Word[] {
  return (
    text
      .replace(/mailto\s*:/gi, ' ')
      .replace(/\s*[([{]\s*(?:at|arobase?|@)\s*[)\]}]\s*|\s+(?:at|arobase?)\s+/gi, '@')
      .replace(/\s*[([{]\s*(?:dot|point)\s*[)\]}]\s*/gi, '.')
      .replace(/\s*@\s*/g, '@')
      // A comma for a dot before the last part: `gouv,fr`
      .replace(/(@[a-z0-9.-]+),(?=[a-z]{2,4}(?![a-z0-9.@-]))/gi, '$1.')
      // A blank beside the last dot: `example .org`
      .replace(/(@\S+?)(?:\s+\.\s*|\.\s+)(?=[a-z]{2,4}(?![\w@.-]))/gi, '$1.')
      .split(/[;,|<>"()[\]\n]+|\/(?=[^@/]*@)|\s(?:-|–|ou|et|or|and)\s|:\s/u)
      .flatMap((piece) => {
        const words = piece
          .split(/\s+/)
          .map((word) => word.replace(/^[.'’:–-]+|[.'’:/–-]+$/gu, ''))
          .filter((word) => /[\p{L}\d]/u.test(word))
        return words.map((word, index) => ({
          word,
          isDoubtful: word.includes('@') && index > 0 && !words[index - 1]?.includes('@'),
        }))
      })
  )
}

function normalise(piece: string): string | null {
  const at = piece.lastIndexOf('@')
  if (at < 1) return null
  const local = piece
    .slice(0, at)
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
  // A domain may have accents: it keeps its own name, in the form that mail uses
  const address = `${local}@${domainToASCII(piece.slice(at + 1).toLowerCase())}`
  return address.length <= 254 && valid.test(address) ? address : null
}
