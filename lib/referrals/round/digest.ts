import type { Mail } from '@/lib/mail/mutations'
import { cutText } from '@/lib/places/cut-text'
import type { ReferralSide, ReferralStep } from '@/prisma/client/enums'
import { shownCode } from '../code'

/** One referral that a message tells of; nothing of the person. */
export interface DigestLine {
  step: ReferralStep
  side: ReferralSide
  /** The link opens the referral without an account: no other page lists it */
  byLink: boolean
  code: string
  placeName: string
  communeName: string
  link: string
  /** Places to send the person on to, the nearest first */
  others: readonly OtherLine[]
}

/** Another place; nothing of what is sought. */
export interface OtherLine {
  name: string
  communeName: string
  /** From the first place, rounded */
  kilometres: number
  /** In words; null when not known */
  opens: string | null
  /** Where it is chosen */
  link: string
}

/** Lines of one kind; the pages of whoever has an account tell the others. */
const linesAtMost = 40

const sections: readonly { step: ReferralStep; side: ReferralSide; says: (count: number) => string }[] = [
  {
    step: 'ESCALATE',
    side: 'HELPER',
    says: (count) =>
      count === 1
        ? 'Depuis dix jours ouvrés, cette orientation n’avance plus. C’est à vous de choisir la suite\u00a0: voyez avec la personne si un autre lieu lui va, ici ou sur sa page.'
        : 'Depuis dix jours ouvrés, ces orientations n’avancent plus. C’est à vous de choisir la suite\u00a0: voyez avec chaque personne si un autre lieu lui va, ici ou sur sa page.',
  },
  {
    step: 'REMIND',
    side: 'HELPER',
    says: (count) =>
      count === 1
        ? 'Cette orientation attend votre choix depuis cinq jours ouvrés.'
        : 'Ces orientations attendent votre choix depuis cinq jours ouvrés.',
  },
  {
    step: 'REMIND',
    side: 'PLACE',
    says: (count) =>
      count === 1
        ? 'Quelqu’un vous a été adressé\u00a0: cette orientation attend votre réponse depuis cinq jours ouvrés.'
        : 'Des personnes vous ont été adressées\u00a0: ces orientations attendent votre réponse depuis cinq jours ouvrés.',
  },
  {
    step: 'EXPIRE',
    side: 'HELPER',
    says: (count) =>
      count === 1
        ? 'Cette orientation est terminée\u00a0: rien n’y a été noté depuis trente jours ouvrés. Si la personne a encore besoin d’aide, envoyez-en une nouvelle.'
        : 'Ces orientations sont terminées\u00a0: rien n’y a été noté depuis trente jours ouvrés. Si une personne a encore besoin d’aide, envoyez-en une nouvelle.',
  },
]

/** What time did to the referrals of one address, in one message: what waits for an answer first. */
export function digestMail(lines: readonly DigestLine[], site: string): Pick<Mail, 'subject' | 'text'> {
  const parts = sections.flatMap(({ step, side, says }) => {
    const told = lines.filter((line) => line.step === step && line.side === side)
    return told.length > 0 ? [says(told.length), ...listed(told, side, site)] : []
  })
  return {
    subject: subjectOf(lines),
    text: [
      'Bonjour,',
      ...parts,
      'Ce message ne dit rien des personnes. Ces liens sont faits pour vous\u00a0: ne les publiez pas.',
      'À deux pas',
    ].join('\n\n'),
  }
}

/** Each line that names something has a link to the referral on the next: an erasure takes both out. */
function listed(lines: readonly DigestLine[], side: ReferralSide, site: string): string[] {
  const shown = lines.filter(({ byLink }, index) => byLink || index < linesAtMost)
  const rest = lines.length - shown.length
  const others = `Et ${rest} de plus\u00a0:\n${site}/${side === 'HELPER' ? 'orientation/suivi' : 'coordination/orientations'}`
  return [
    ...shown.map(({ code, placeName, communeName, link, others: proposed }) =>
      [`Code ${shownCode(code)}, ${oneLine(placeName)}, ${communeName}\n${link}`, ...proposed.map(proposal)].join('\n'),
    ),
    ...(rest > 0 ? [others] : []),
  ]
}

function proposal({ name, communeName, kilometres, opens, link }: OtherLine): string {
  const far = kilometres === 0 ? 'tout près' : `à ${kilometres} km`
  return `Autre lieu\u00a0: ${[oneLine(name), communeName, far, opens].filter(Boolean).join(', ')}\n${link}`
}

const oneLine = (name: string) => cutText(name.replace(/\p{Cc}/gu, ' '), 120)

function subjectOf(lines: readonly DigestLine[]): string {
  const waiting = lines.filter(({ step }) => step !== 'EXPIRE').length
  if (waiting === 1) return 'Rappel\u00a0: une orientation vous attend'
  if (waiting > 1) return `Rappel\u00a0: ${waiting} orientations vous attendent`
  return lines.length === 1
    ? 'Une orientation est terminée, sans nouvelles'
    : `${lines.length} orientations sont terminées, sans nouvelles`
}
