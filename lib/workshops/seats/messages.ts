import { shownCode } from '@/lib/referrals/code'

interface About {
  code: string
  /** When, in words; of a session */
  when: string
  /** The page of the referral */
  link: string
  /** On the waiting list, where nothing is kept yet */
  isWaiting: boolean
}

/** What a helper reads of a seat: the referral's code and a date, nothing of the person nor of what she comes to learn. */
export const seatMessages = {
  promoted: ({ code, when, link }: About) => ({
    subject: `Une place s’est libérée (code ${shownCode(code)})`,
    text: `Bonjour,

Une place s’est libérée dans l’atelier que l’orientation ${shownCode(code)} attendait\u00a0: ${when}.
La place est maintenant retenue. Pensez à prévenir la personne. Si elle ne peut plus venir, rendez la place\u00a0: quelqu’un d’autre l’attend peut-être.

${link}
`,
  }),
  moved: ({ code, when, link, isWaiting }: About) => ({
    subject: `Une séance d’atelier a changé (code ${shownCode(code)})`,
    text: `Bonjour,

Une séance de l’atelier ${heldFor(code, isWaiting)} a changé. Elle est maintenant annoncée ainsi\u00a0: ${when}.
${keptWords(isWaiting)} Pensez à prévenir la personne.

${link}
`,
  }),
  sessionOff: ({ code, when, link, isWaiting }: About) => ({
    subject: `Une séance d’atelier est annulée (code ${shownCode(code)})`,
    text: `Bonjour,

Une séance du cycle d’ateliers ${heldFor(code, isWaiting)} est annulée\u00a0: celle du ${when}.
Les autres séances restent prévues. ${keptWords(isWaiting)} Pensez à prévenir la personne.

${link}
`,
  }),
  cancelled: ({ code, when, link }: About) => ({
    subject: `Un atelier est annulé (code ${shownCode(code)})`,
    text: `Bonjour,

L’atelier où une place était retenue ou attendue pour l’orientation ${shownCode(code)} est annulé\u00a0: ${when}.
Pensez à prévenir la personne, et choisissez avec elle une autre date ou un autre lieu.

${link}
`,
  }),
} as const

const heldFor = (code: string, isWaiting: boolean) =>
  isWaiting
    ? `où l’orientation ${shownCode(code)} attend une place`
    : `où une place est retenue pour l’orientation ${shownCode(code)}`

const keptWords = (isWaiting: boolean) =>
  isWaiting
    ? 'L’orientation garde son rang sur la liste d’attente\u00a0: aucune place n’est encore retenue.'
    : 'La place est gardée.'

const format = (timeZone: string) =>
  new Intl.DateTimeFormat('fr', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  })

/** « mardi 24 novembre à 14:00 », on the clocks of the place. */
export const whenWords = (at: Date, timeZone: string): string => format(timeZone).format(at)
