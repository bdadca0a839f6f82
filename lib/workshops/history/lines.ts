import { services } from '@/lib/open-data/vocabulary'
import { levels } from '@/lib/places/words'
import type { UpcomingSession } from '../queries'

interface ToldWorkshop extends Omit<UpcomingSession['workshop'], 'id'> {
  sessions: readonly { startsAt: Date; endsAt: Date; cancelledAt: Date | null }[]
}

/** What is said of a workshop, in words: its title, then the rest line by line, on the clocks of the place. */
export function workshopLines(workshop: ToldWorkshop, timeZone: string): string[] {
  const { title, service, level, isCycle, seats, priceCents, takesPass, bookingUrl, sessions } = workshop
  const when = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeStyle: 'short', timeZone })
  const lines = [
    title,
    services[service],
    level && levels[level],
    isCycle && 'cycle',
    seats !== null && `places\u00a0: ${seats}`,
    priceCents !== null && (priceCents === 0 ? 'gratuit' : euros.format(priceCents / 100)),
    takesPass && 'Pass numérique accepté',
    bookingUrl,
    ...sessions.map(
      ({ startsAt, endsAt, cancelledAt }) => when.formatRange(startsAt, endsAt) + (cancelledAt ? ' (annulée)' : ''),
    ),
  ]
  return lines.filter((line) => typeof line === 'string')
}

const euros = new Intl.NumberFormat('fr', { style: 'currency', currency: 'EUR' })

/** What a change made of a workshop: its title and the lines that differ, on one line each side; null when none does. */
export function workshopChange(before: readonly string[], after: readonly string[]) {
  const change = { before: without(before, after), after: without(after, before) }
  return change.before === change.after ? null : change
}

function without([title, ...lines]: readonly string[], [, ...others]: readonly string[]): string {
  return [title ?? [], lines.filter((line) => !others.includes(line))].flat().join(' · ')
}
