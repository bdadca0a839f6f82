import { getFormatter, getTranslations } from 'next-intl/server'
import { env } from '@/lib/env'
import { shownCode } from '@/lib/referrals/code'
import type { Holding } from '@/lib/referrals/holding/mutations'
import type { Told } from '@/lib/referrals/holding/plain-text'
import { timeZoneOf } from '@/lib/territory/time-zone'

/**
 * What is kept, under names that the person can read; what is not told is left out.
 *
 * @param linked the same of what it was sent on to, and of what it comes from
 */
export async function toldOf(
  { referral, person, readings, seats, booklets }: Holding,
  linked: readonly Told[] = [],
): Promise<Told> {
  const [t, words, format] = await Promise.all([
    getTranslations('referral'),
    getTranslations('referral.rights.copy'),
    getFormatter(),
  ])
  const { code, need, place, organisation, services, supportMode, level, neededBy, events, erasedAt } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  const when = (date: Date) => format.dateTime(date, { dateStyle: 'full', timeStyle: 'short', timeZone })
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  const by = (side: keyof IntlSides, name: string | undefined) => [name, t(`sides.${side}`)].filter(Boolean).join(', ')
  return only({
    [words('code')]: erasedAt ? null : shownCode(code),
    [words('person')]: only({
      [t('one.person.name')]: person?.name,
      [t('one.person.phone')]: person?.phone,
      [t('one.person.email')]: person?.email,
    }),
    [words('need')]: only({
      [t('facts.services')]: services.map((service) => t(`services.${service}`)),
      [t('facts.supportMode')]: supportMode && t(`supportModes.${supportMode}`),
      [t('facts.level')]: level && t(`levels.${level}`),
      [t('facts.neededBy')]: neededBy && day(neededBy),
      [t('facts.need')]: need?.need,
      [t('facts.constraints')]: need?.constraints,
    }),
    [t('facts.organisation')]: organisation.name,
    [t('facts.place')]: `${place.name}, ${place.commune.name}`,
    [words('status')]: t(`statuses.${referral.status}`),
    [words('refusal')]: referral.refusalReason && t(`refusalReasons.${referral.refusalReason}`),
    [t('facts.appointment')]: referral.appointmentAt && when(referral.appointmentAt),
    [words('informed')]: when(referral.informedAt),
    [words('agreed')]: when(referral.agreedAt),
    [t('timeline')]: events.map(({ at, action, side, user, words: said }) =>
      only({
        [words('at')]: when(at),
        [words('what')]: t(`events.${action}`),
        [words('who')]: by(side, user?.name),
        [words('said')]: said,
      }),
    ),
    [words('workshops')]: seats.map(({ workshop, session, status, attendances }) =>
      only({
        [words('workshop')]: workshop.title,
        [words('at')]: session && when(session.startsAt),
        [words('seat')]: words(`seats.${status}`),
        [words('presence')]: attendances.map(
          ({ attendance, session: held }) => `${when(held.startsAt)}\u00a0: ${words(`attendances.${attendance}`)}`,
        ),
      }),
    ),
    [words('booklets')]: booklets.map(({ vouchers, used, givenOn, expiresOn }) =>
      words('booklet', { vouchers, used, given: day(givenOn), until: day(expiresOn) }),
    ),
    [words('readings')]: readings.map(({ at, side, user }) =>
      only({ [words('at')]: when(at), [words('who')]: by(side, user?.name) }),
    ),
    [words('linked')]: linked,
    [words('until')]: erasedAt
      ? words('erasedOn', { date: when(erasedAt) })
      : words('untilText', { months: env().ERASE_AFTER_MONTHS }),
  })
}

type IntlSides = Record<Holding['readings'][number]['side'], true>

/** Without what is not told, and without lists and parts that are empty. */
function only(facts: Record<string, Told[string] | null | undefined>): Told {
  const told = Object.entries(facts).filter(
    (entry): entry is [string, Told[string]] =>
      entry[1] !== null && entry[1] !== undefined && entry[1] !== '' && Object.keys(entry[1]).length > 0,
  )
  return Object.fromEntries(told)
}
