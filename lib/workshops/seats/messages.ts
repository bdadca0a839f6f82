import { shownCode } from '@/lib/referrals/code'

interface About {
  code: string
  /** When, in words; of a session */
  when: string
  /** The page of the referral */
  link: string
}

/** What a helper reads of a seat: the referral's code and a date, nothing of the person nor of what she comes to learn. */
export const seatMessages = {
  promoted: ({ code, when, link }: About) => ({
    subject: `Une place s’est libérée (code ${code})`,
    text: `Bonjour,

Une place s’est libérée dans l’atelier que l’orientation ${shownCode(code)} attendait : ${when}.
La place est maintenant retenue. Pensez à prévenir la personne. Si elle ne peut plus venir, rendez la place : quelqu’un d’autre l’attend peut-être.

${link}
`,
  }),
  moved: ({ code, when, link }: About) => ({
    subject: `Une séance d’atelier a changé (code ${code})`,
    text: `Bonjour,

Une séance de l’atelier où une place est retenue pour l’orientation ${shownCode(code)} a changé. Elle est maintenant annoncée ainsi : ${when}.
La place est gardée. Pensez à prévenir la personne.

${link}
`,
  }),
  cancelled: ({ code, when, link }: About) => ({
    subject: `Un atelier est annulé (code ${code})`,
    text: `Bonjour,

L’atelier où une place était retenue ou attendue pour l’orientation ${shownCode(code)} est annulé : ${when}.
Pensez à prévenir la personne, et choisissez avec elle une autre date ou un autre lieu.

${link}
`,
  }),
} as const

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
