import type { Mail } from '@/lib/mail/mutations'
import { cutText } from '@/lib/places/cut-text'

type Message = Pick<Mail, 'subject' | 'text'>

const oneLine = (name: string) => cutText(name.replace(/\p{Cc}/gu, ' '), 120)

/** Tells those who coordinate a hub that a structure of elsewhere waits for its yes: which one is on the page. */
export function agreementAskedMessage(page: string): Message {
  return {
    subject: 'Une structure demande à orienter vers vos lieux',
    text: `Bonjour,

Une structure qui se dit d’un autre territoire veut orienter des personnes vers vos lieux avec À deux pas. C’est à votre hub de donner son accord.

Répondez ici\u00a0:
${page}

Sans réponse dans les trois mois, sa demande est effacée.
`,
  }
}

/** The hub's answer, for whoever asked. */
export function agreementAnswerMessage({
  hub,
  reason,
  page,
}: {
  hub: string
  reason: string | null
  page: string
}): Message {
  return reason === null
    ? {
        subject: 'Le hub accepte vos orientations',
        text: `Bonjour,

«\u00a0${oneLine(hub)}\u00a0» accepte que votre structure oriente des personnes vers ses lieux.

Orientez-les ici\u00a0:
${page}
`,
      }
    : {
        subject: 'Votre demande au hub',
        text: `Bonjour,

«\u00a0${oneLine(hub)}\u00a0» n’accepte pas que votre structure oriente des personnes vers ses lieux avec À deux pas.

Raison donnée\u00a0: ${reason}

Vous pouvez toujours imprimer la fiche d’un lieu pour une personne, ou appeler ce lieu avec elle\u00a0:
${page}
`,
      }
}

/** Tells whoever asked that the hub took its yes back. */
export function agreementWithdrawnMessage(hub: string, page: string): Message {
  return {
    subject: 'Le hub retire son accord',
    text: `Bonjour,

«\u00a0${oneLine(hub)}\u00a0» n’accepte plus que votre structure oriente des personnes vers ses lieux avec À deux pas. Les orientations déjà envoyées continuent.

Vous pouvez toujours imprimer la fiche d’un lieu pour une personne, ou appeler ce lieu avec elle\u00a0:
${page}
`,
  }
}

/** Tells whoever asked that nobody answered. */
export function agreementUnansweredMessage(hub: string): Message {
  return {
    subject: 'Votre demande au hub n’a pas eu de réponse',
    text: `Bonjour,

«\u00a0${oneLine(hub)}\u00a0» n’a pas répondu à votre demande en trois mois. Nous l’avons effacée.

Vous pouvez la refaire depuis la page d’un de ses lieux, ou appeler le hub.
`,
  }
}
