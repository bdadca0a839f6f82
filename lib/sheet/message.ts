import { cutText } from '@/lib/places/cut-text'

/** What a message tells of a place. */
export interface ToldPlace {
  name: string
  /** Street and town, in a line */
  where: string
  /** As it is read out */
  phone: string | null
}

/** What a helper writes on a sheet; it never leaves her device but by her own hand. */
export interface Visit {
  when: string
  whom: string
  way: string
  more: string
  word: string
}

export interface Told {
  places: readonly ToldPlace[]
  visit: Visit
  /** What to bring, as on the sheet */
  bring: readonly string[]
  /** "Votre code K7QF-2M9X", for somebody who was referred there */
  code?: string | undefined
  /** A page of the site where all the rest is */
  url: string
}

/** What introduces each line: "Quand :". */
export type MessageLabels = Record<keyof Omit<Visit, 'word'> | 'bring', string>

/** Two messages of a telephone or so. */
export const longestSms = 320

/** Names, the day and the link first; then what still fits, the most useful first, whole or not at all. */
export function smsText({ places, visit, bring, code = '', url }: Told, labels: MessageLabels): string {
  const isOne = places.length === 1
  const named = places.map((place) => [
    { rank: 0, text: cutText(place.name, isOne ? 60 : 28) },
    { rank: 2, text: place.phone ?? '' },
    { rank: isOne ? 1 : 6, text: cutText(place.where, 80) },
  ])
  const parts = [
    ...named.flat(),
    { rank: 0, text: code },
    { rank: 0, text: line(labels.when, cutText(visit.when, 60)) },
    { rank: 3, text: line(labels.whom, cutText(visit.whom, 60)) },
    { rank: 4, text: line(labels.bring, bring.map(withoutStop).join(', ')) },
    { rank: 4, text: line(labels.more, cutText(visit.more, 60)) },
    { rank: 5, text: line(labels.way, cutText(visit.way, 60)) },
    { rank: 5, text: cutText(visit.word, 60) },
    { rank: 0, text: url },
  ].filter(({ text }) => text !== '')
  const kept = new Set<(typeof parts)[number]>()
  for (const part of [...parts].sort((one, other) => one.rank - other.rank)) {
    kept.add(part)
    if (written(parts.filter((each) => kept.has(each))).length > longestSms && part.rank > 0) kept.delete(part)
  }
  return written(parts.filter((each) => kept.has(each)))
}

/** The whole sheet in lines, as a mail has room for. */
export function mailText({ places, visit, bring, code, url }: Told, labels: MessageLabels): string {
  return [
    ...places.map(({ name, where, phone }) =>
      [cutText(name, 100), cutText(where, 120), phone].filter(Boolean).join('\n'),
    ),
    code,
    [line(labels.when, visit.when), line(labels.whom, visit.whom), line(labels.way, visit.way)]
      .filter(Boolean)
      .join('\n'),
    [labels.bring, ...bring.map((item) => `- ${item}`), visit.more && `- ${visit.more}`].filter(Boolean).join('\n'),
    visit.word,
    url,
  ]
    .filter(Boolean)
    .join('\n\n')
}

const line = (label: string, text: string) => text && `${label} ${text}`
const withoutStop = (text: string) => text.replace(/\.$/, '')

/** Typographic apostrophes and spaces would halve what a message of a telephone may hold (GSM 03.38). */
const written = (parts: readonly { text: string }[]) =>
  parts
    .map(({ text }) => text)
    .join('\n')
    .replaceAll('’', "'")
    .replace(/[\u00a0\u202f]/g, ' ')
