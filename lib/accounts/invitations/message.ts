import type { Role } from '@/prisma/client/enums'
import { roleWords } from '../role-words'

/** What a message tells of an invitation. */
export interface Offer {
  role: Role
  /** The hub, or the organisation of a helper */
  hubName: string | null
  placeNames: readonly string[]
  inviterName: string
  /** Where the invitation is answered */
  link: string
  expiresAt: Date
}

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })

/** More places than this are counted, not named: a message is short. */
const namedAtMost = 5

/** The words of the message that carries an invitation, in plain text. */
export function invitationMessage(offer: Offer): { subject: string; text: string } {
  return {
    subject: 'Vous êtes invité à rejoindre À deux pas',
    text: `Bonjour,

${offer.inviterName} vous invite à rejoindre À deux pas, l’annuaire des lieux où quelqu’un aide avec le numérique.

Votre rôle\u00a0: ${roleWords[offer.role]}${scopeWords(offer)}

Pour accepter, ouvrez ce lien avant le ${day.format(offer.expiresAt)}\u00a0:
${offer.link}

Ce lien est personnel\u00a0: ne le transmettez à personne.
Si vous n’attendiez pas ce message, ne faites rien\u00a0: il ne se passera rien.
`,
  }
}

function scopeWords({ hubName, placeNames }: Offer): string {
  if (hubName !== null) return `, ${hubName}.`
  if (placeNames.length === 0) return '.'
  const more = placeNames.length - namedAtMost
  const named = placeNames.slice(0, namedAtMost).map((name) => `- ${name}`)
  const others = more > 0 ? [`- et ${more} autre${more > 1 ? 's' : ''}`] : []
  return `\u00a0:\n${[...named, ...others].join('\n')}`
}
