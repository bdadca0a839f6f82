import { UserError } from '@/lib/errors'
import { instantOf } from '@/lib/hours/zone-clock'

/** When nobody said how long it lasts, in minutes. */
export const usualLength = 60

const year = 366 * 24 * 3600 * 1000

interface Asked {
  date?: string | undefined
  time?: string | undefined
  length?: number | undefined
}

/**
 * The appointment that a form asks for, on the clock of the place.
 *
 * @throws UserError when it is over, or more than a year away
 */
export function readAppointment({ date, time, length }: Asked, timeZone: string, now: Date) {
  const appointmentAt = instantOf(timeZone, Date.parse(`${date}T${time}:00Z`))
  if (!(appointmentAt > now))
    throw new UserError('Ce rendez-vous est déjà passé. Choisissez un autre jour ou une autre heure.')
  if (appointmentAt.getTime() > now.getTime() + year) throw new UserError('Choisissez un jour dans l’année qui vient.')
  return { appointmentAt, appointmentLength: length ?? usualLength }
}

/** When an appointment ends; null when there is none. */
export function appointmentEnd(of: { appointmentAt: Date | null; appointmentLength: number | null }): Date | null {
  return of.appointmentAt && new Date(of.appointmentAt.getTime() + (of.appointmentLength ?? usualLength) * 60_000)
}
