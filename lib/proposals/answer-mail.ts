import type { Mail } from '@/lib/mail/mutations'
import { cutText } from '@/lib/places/cut-text'

interface Answered {
  key: string
  to: string
  placeName: string
  /** The public page of the place; null when citizens no longer see it */
  url: string | null
  /** What became of it, in one sentence */
  outcome: string
  /** What the person who answers adds */
  word: string | null
}

/** Tells somebody what became of a report or a proposal. */
export function answerMail({ key, to, placeName, url, outcome, word }: Answered): Mail {
  const name = cutText(placeName.replace(/\p{Cc}/gu, ' '), 120)
  return {
    key,
    to,
    subject: `Réponse à votre message sur «\u00a0${name}\u00a0»`,
    text: [
      'Bonjour,',
      `Vous nous avez écrit à propos de «\u00a0${name}\u00a0». Merci de votre aide.`,
      outcome,
      word,
      url,
      'À deux pas',
    ]
      .filter((part) => part !== null)
      .join('\n\n'),
  }
}
