import type { Mail } from '@/lib/mail/mutations'
import { cutText } from '@/lib/places/cut-text'

/** A listing that a message asks about. */
export interface Asked {
  placeName: string
  communeName: string
  /** When it was last confirmed, `YYYY-MM-DD` */
  confirmedOn: string
  /** The hubs that follow the place */
  hubNames: readonly string[]
  link: string
}

/** One message to one address, about all of its listings whose time has come. */
export interface Letter {
  /** The name under which the outbox keeps it, with its step: once, whatever happens */
  id: string
  email: string
  /** 0 for the first message, then 1 and 2 for the reminders */
  step: number
}

const openings = ['', 'Rappel\u00a0: ', 'Dernier rappel\u00a0: ']

/** Asks a structure whether its listings are true: one link for each, on a line of its own. */
export function confirmationMail({ id, email, step }: Letter, asked: readonly Asked[]): Mail {
  const hubNames = [...new Set(asked.flatMap((each) => each.hubNames))]
  const [first] = asked
  const about = asked.length === 1 && first ? aboutOne(first) : aboutMany(asked)
  return {
    key: `confirmation ${id} ${step}`,
    to: email,
    subject: `${openings[step] ?? ''}${about.subject}`,
    text: [
      'Bonjour,',
      about.listed,
      about.questions[step] ?? '',
      ...about.links,
      about.ending,
      hubNames.length > 0
        ? `Merci de votre aide.\n${new Intl.ListFormat('fr').format(hubNames)}, avec À deux pas`
        : 'Merci de votre aide.\nÀ deux pas',
    ].join('\n\n'),
  }
}

const directory = 'À deux pas, l’annuaire public des lieux qui aident avec le numérique'
const date = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' })
const nameOf = ({ placeName }: Asked) => cutText(placeName.replace(/\p{Cc}/gu, ' '), 120)

function aboutOne(asked: Asked) {
  const name = nameOf(asked)
  return {
    subject: `${name}\u00a0: vos informations sont-elles justes\u00a0?`,
    listed: `«\u00a0${name}\u00a0», à ${asked.communeName}, est dans ${directory}. Cette fiche n’a pas été confirmée depuis le ${date.format(new Date(asked.confirmedOn))}.`,
    questions: [
      'Est-elle toujours juste\u00a0? Regardez-la et répondez en un clic, sans compte\u00a0:',
      'Nous vous avons écrit il y a deux semaines, et nous n’avons pas eu de réponse. La fiche est-elle toujours juste\u00a0? Vous pouvez répondre en un clic, sans compte\u00a0:',
      'C’est notre dernier message. Sans réponse de votre part, la fiche dira bientôt aux habitants que personne ne l’a confirmée. Vous pouvez répondre en un clic, sans compte\u00a0:',
    ],
    links: [asked.link],
    ending: [
      'Si quelque chose a changé, la même page vous permet de le dire.',
      'Ce lien est fait pour votre structure\u00a0: ne le publiez pas.',
    ].join('\n\n'),
  }
}

function aboutMany(asked: readonly Asked[]) {
  return {
    subject: `${asked.length} fiches de vos lieux\u00a0: sont-elles justes\u00a0?`,
    listed: `${asked.length} lieux qui ont votre adresse e-mail sont dans ${directory}. Leurs fiches n’ont pas été confirmées depuis longtemps.`,
    questions: [
      'Sont-elles toujours justes\u00a0? Regardez chacune et répondez en un clic, sans compte\u00a0:',
      'Nous vous avons écrit il y a deux semaines, et nous n’avons pas eu de réponse pour ces fiches. Sont-elles toujours justes\u00a0? Vous pouvez répondre en un clic pour chacune, sans compte\u00a0:',
      'C’est notre dernier message. Sans réponse de votre part, ces fiches diront bientôt aux habitants que personne ne les a confirmées. Vous pouvez répondre en un clic pour chacune, sans compte\u00a0:',
    ],
    links: asked.map(
      (each) =>
        `«\u00a0${nameOf(each)}\u00a0», à ${each.communeName}, confirmée le ${date.format(new Date(each.confirmedOn))}\u00a0:\n${each.link}`,
    ),
    ending: [
      'Si quelque chose a changé dans un lieu, sa page vous permet de le dire.',
      'Ces liens sont faits pour votre structure\u00a0: ne les publiez pas.',
    ].join('\n\n'),
  }
}
