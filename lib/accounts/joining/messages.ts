interface Message {
  subject: string
  text: string
}

/** The words that carry the link of whoever asked for a helper's account: nothing of what she typed, anybody may type. */
export function confirmationMessage(link: string): Message {
  return {
    subject: 'Confirmez votre adresse pour orienter avec À deux pas',
    text: `Bonjour,

Vous avez demandé un compte d’aidant sur À deux pas, l’annuaire des lieux où quelqu’un aide avec le numérique.

Pour confirmer votre adresse, ouvrez ce lien dans les trois jours\u00a0:
${link}

Ce lien est personnel et sert une seule fois\u00a0: ne le transmettez à personne.
Si vous n’avez rien demandé, ne faites rien\u00a0: aucun compte n’est créé.
`,
  }
}

/** Tells the members of an organisation that somebody wants to share its follow-up. */
export function colleagueAsksMessage(asking: { name: string; email: string; page: string }): Message {
  return {
    subject: 'Une personne demande à rejoindre votre équipe',
    text: `Bonjour,

${asking.name} (${asking.email}) demande à rejoindre votre organisation sur À deux pas. Elle verrait les orientations que vous suivez.

Travaillez-vous avec cette personne\u00a0? Répondez ici\u00a0:
${asking.page}

Votre hub peut répondre aussi. Sans réponse, cette personne ne voit rien.
`,
  }
}

/** Tells those who coordinate the hub that somebody waits for its yes: what she typed is on the page. */
export function hubAskedMessage(page: string): Message {
  return {
    subject: 'Une demande de compte d’aidant attend votre réponse',
    text: `Bonjour,

Une personne de votre territoire demande un compte d’aidant sur À deux pas. Elle a confirmé son adresse. C’est à votre hub de donner son accord.

Répondez ici\u00a0:
${page}

Sans réponse dans les trois mois, sa demande est effacée.
`,
  }
}

/** Tells whoever asked that nobody answered, and what she can do now. */
export function unansweredMessage(page: string): Message {
  return {
    subject: 'Votre demande de compte d’aidant n’a pas eu de réponse',
    text: `Bonjour,

Personne n’a répondu à votre demande de compte d’aidant en trois mois. Nous l’avons effacée.

Vous pouvez la refaire ici\u00a0:
${page}

Sans compte, vous pouvez toujours faire le point avec une personne et imprimer sa fiche.
`,
  }
}

/** The answer of a colleague or of the hub. */
export function answerMessage({ reason, page }: { reason: string | null; page: string }): Message {
  return reason === null
    ? {
        subject: 'Votre compte d’aidant est ouvert',
        text: `Bonjour,

Votre demande est acceptée\u00a0: vous pouvez orienter des personnes.

Connectez-vous ici\u00a0:
${page}
`,
      }
    : {
        subject: 'Votre demande de compte d’aidant',
        text: `Bonjour,

Votre demande de compte d’aidant n’a pas été acceptée.

Raison donnée\u00a0: ${reason}

Sans compte, vous pouvez toujours faire le point avec une personne et imprimer sa fiche\u00a0:
${page}
`,
      }
}
