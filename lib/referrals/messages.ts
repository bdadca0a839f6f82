import type { Mail } from '@/lib/mail/mutations'
import { cutText } from '@/lib/places/cut-text'
import type { ReferralAction } from '@/prisma/client/enums'
import { shownCode } from './code'

/**
 * What a message tells of a referral: who the two sides are and the code, never a word about the person, since mail
 * is read by others than those it is for.
 */
export interface Told {
  /** The name under which the outbox keeps it: begins with `referral` and the id, by which erasure finds it */
  key: string
  to: string
  code: string
  placeName: string
  organisationName: string
  /** Where it is answered */
  link: string
  /** Whether the link is all that is needed */
  isSigned: boolean
  /** By when its reader has something to do; null when she has not */
  dueAt: Date | null
  /** IANA name of the place's clocks */
  timeZone: string
}

/** A name in the middle of a message: one line, not too long. */
const oneLine = (name: string) => cutText(name.replace(/\p{Cc}/gu, ' '), 120)
const quoted = (name: string) => `«\u00a0${oneLine(name)}\u00a0»`
const dayOf = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at)

const onlyForYou = 'Ce lien est fait pour votre lieu\u00a0: ne le transmettez à personne d’autre.'
const saysNothing = 'Ce message ne dit rien de la personne\u00a0: c’est voulu.'

/** A place gets a referral. */
export function newReferralMail(told: Told): Mail {
  const { key, to, code, placeName, organisationName, link, isSigned, dueAt, timeZone } = told
  return {
    key,
    to,
    subject: `Une orientation vous attend (code ${shownCode(code)})`,
    text: [
      'Bonjour,',
      `${quoted(organisationName)} vous adresse une personne à aider, à ${quoted(placeName)}. Le code de cette orientation est ${shownCode(code)}.`,
      dueAt && `Merci de répondre avant la fin du ${dayOf(dueAt, timeZone)}.`,
      isSigned ? 'Lisez-la et répondez ici, sans compte\u00a0:' : 'Lisez-la et répondez ici\u00a0:',
      link,
      isSigned ? `${saysNothing} ${onlyForYou}` : saysNothing,
      'À deux pas',
    ]
      .filter(Boolean)
      .join('\n\n'),
  }
}

type Sentence = (name: string) => string

/** What the place did, told to the helper. What is not here is not told: she sees on her board that it was read. */
const ofPlace: Partial<Record<ReferralAction, Sentence>> = {
  ACCEPT: (name) => `${name} accepte votre orientation.`,
  SCHEDULE: (name) => `${name} donne un rendez-vous.`,
  REFUSE: (name) => `${name} ne peut pas recevoir la personne, et vous dit pourquoi.`,
  REDIRECT: (name) => `${name} a transmis votre orientation à un autre lieu.`,
  ATTEND: (name) => `${name} a reçu la personne.`,
  MISS: (name) => `${name} n’a pas vu la personne au rendez-vous.`,
  EXCUSE: (name) => `${name} vous dit que la personne a prévenu qu’elle ne viendrait pas au rendez-vous.`,
  HELP: (name) => `${name} vous dit ce que cela a donné.`,
  HELP_PARTLY: (name) => `${name} vous dit ce que cela a donné.`,
  NOT_HELP: (name) => `${name} vous dit ce que cela a donné.`,
  NOT_REACH: (name) => `${name} n’arrive pas à joindre la personne.`,
  NOT_WANT: (name) => `${name} vous dit que la personne ne souhaite plus venir.`,
  MESSAGE: (name) => `${name} vous écrit au sujet du rendez-vous.`,
}

/** What the helper did, told to the place. */
const ofHelper: Partial<Record<ReferralAction, Sentence>> = {
  RETRY: (name) => `${name} vous dit que la personne peut être jointe. Rappelez-la.`,
  CORRECT: (name) => `${name} a écrit ou corrigé les coordonnées de la personne.`,
  EXCUSE: (name) => `${name} vous dit que la personne ne peut pas venir au rendez-vous.`,
  HELP: (name) => `${name} dit ce que votre aide a donné. Merci\u00a0!`,
  HELP_PARTLY: (name) => `${name} dit ce que votre aide a donné. Merci\u00a0!`,
  NOT_HELP: (name) => `${name} dit ce que votre aide a donné.`,
  NOT_WANT: (name) => `${name} vous dit que la personne ne souhaite plus venir. Vous n’avez plus rien à faire.`,
  CANCEL: (name) => `${name} annule cette orientation. Vous n’avez plus rien à faire.`,
  REDIRECT: (name) => `${name} oriente la personne vers un autre lieu. Vous n’avez plus rien à faire.`,
  MESSAGE: (name) => `${name} vous écrit au sujet du rendez-vous.`,
}

/**
 * Tells one side what the other did.
 *
 * @param side who did it
 * @returns null when it is not worth a message
 */
export function movedMail(told: Told, action: ReferralAction, side: 'HELPER' | 'PLACE'): Mail | null {
  const { key, to, code, placeName, organisationName, link, isSigned, dueAt, timeZone } = told
  const sentence = (side === 'PLACE' ? ofPlace : ofHelper)[action]
  if (!sentence) return null
  return {
    key,
    to,
    subject: `Orientation ${shownCode(code)}\u00a0: ${action === 'MESSAGE' ? 'un message' : 'du nouveau'}`,
    text: [
      'Bonjour,',
      `Orientation ${shownCode(code)}. ${sentence(quoted(side === 'PLACE' ? placeName : organisationName))}`,
      dueAt && `La suite dépend de vous, avant la fin du ${dayOf(dueAt, timeZone)}.`,
      dueAt ? 'Lisez et répondez ici\u00a0:' : 'Lisez la suite ici\u00a0:',
      link,
      isSigned ? `${saysNothing} ${onlyForYou}` : saysNothing,
      'À deux pas',
    ]
      .filter(Boolean)
      .join('\n\n'),
  }
}
