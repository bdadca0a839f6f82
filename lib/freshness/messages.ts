import type { Mail } from '@/lib/mail/mutations'
import { cutText } from '@/lib/places/cut-text'

/** What a message to a structure tells. */
export interface Asked {
  requestId: string
  email: string
  placeName: string
  communeName: string
  /** When it was last confirmed, `YYYY-MM-DD` */
  confirmedOn: string
  /** The hubs that follow the place */
  hubNames: readonly string[]
  link: string
}

/** The name under which the outbox keeps each message of a request: once each, whatever happens. */
const messageKey = (requestId: string, step: number) => `confirmation ${requestId} ${step}`

const openings = ['', 'Rappel\u00a0: ', 'Dernier rappel\u00a0: ']
const beforeLink = [
  'Est-elle toujours juste\u00a0? Regardez-la et répondez en un clic, sans compte\u00a0:',
  'Nous vous avons écrit il y a deux semaines, et nous n’avons pas eu de réponse. La fiche est-elle toujours juste\u00a0? Vous pouvez répondre en un clic, sans compte\u00a0:',
  'C’est notre dernier message. Sans réponse de votre part, la fiche dira bientôt aux habitants que personne ne l’a confirmée. Vous pouvez répondre en un clic, sans compte\u00a0:',
]

/**
 * Asks a structure whether its listing is true.
 *
 * @param step 0 for the first message, then 1 and 2 for the reminders
 */
export function confirmationMail({ requestId, email, hubNames, link, ...asked }: Asked, step: number): Mail {
  const name = cutText(asked.placeName.replace(/\p{Cc}/gu, ' '), 120)
  const date = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' })
  return {
    key: messageKey(requestId, step),
    to: email,
    subject: `${openings[step] ?? ''}${name}\u00a0: vos informations sont-elles justes\u00a0?`,
    text: [
      'Bonjour,',
      `«\u00a0${name}\u00a0», à ${asked.communeName}, est dans À deux pas, l’annuaire public des lieux qui aident avec le numérique. Cette fiche n’a pas été confirmée depuis le ${date.format(new Date(asked.confirmedOn))}.`,
      beforeLink[step] ?? '',
      link,
      'Si quelque chose a changé, la même page vous permet de le dire.',
      'Ce lien est fait pour votre structure\u00a0: ne le publiez pas.',
      hubNames.length > 0
        ? `Merci de votre aide.\n${new Intl.ListFormat('fr').format(hubNames)}, avec À deux pas`
        : 'Merci de votre aide.\nÀ deux pas',
    ].join('\n\n'),
  }
}
