/** What somebody is told of her own account, so that she notices what she did not do herself. */
export const securityNews = {
  PASSWORD_CHANGED: 'Le mot de passe de votre compte a été changé.',
  TOTP_ADDED: 'Une application de codes a été ajoutée à votre compte.',
  TOTP_REMOVED: 'L’application de codes a été retirée de votre compte.',
  PASSKEY_ADDED: 'Une clé d’accès a été ajoutée à votre compte.',
  PASSKEY_REMOVED: 'Une clé d’accès a été retirée de votre compte.',
  BACKUP_CODE_USED: 'Un code de secours a servi à ouvrir votre compte.',
  BACKUP_CODES_RENEWED: 'De nouveaux codes de secours ont été créés pour votre compte. Les anciens ne marchent plus.',
  SECOND_FACTOR_RESET:
    'La seconde étape de votre connexion a été retirée par une personne qui administre le site. À votre prochaine connexion, vous en choisirez une autre.',
  PROCONNECT_LINKED: 'ProConnect peut maintenant ouvrir votre compte.',
} as const

export type SecurityNews = keyof typeof securityNews

/** @param accountUrl where the account is looked after */
export function securityMessage(news: SecurityNews, accountUrl: string): { subject: string; text: string } {
  return {
    subject: 'La sécurité de votre compte À deux pas',
    text: `Bonjour,

${securityNews[news]}

Si c’est bien vous, ou si vous l’avez demandé, il n’y a rien à faire.
Sinon, choisissez tout de suite un nouveau mot de passe et fermez vos autres sessions\u00a0:
${accountUrl}
`,
  }
}

/** The words that carry the link of a forgotten password. */
export function passwordLinkMessage(link: string): { subject: string; text: string } {
  return {
    subject: 'Choisir un nouveau mot de passe À deux pas',
    text: `Bonjour,

Vous avez demandé à choisir un nouveau mot de passe. Ouvrez ce lien dans les 24 heures\u00a0:
${link}

Ce lien sert une seule fois. Ne le transmettez à personne.
Si vous n’avez rien demandé, ne faites rien\u00a0: votre mot de passe ne change pas.
`,
  }
}
