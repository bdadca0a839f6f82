import type { CalendarEvent } from '@/lib/calendar/calendar'
import { levels } from '@/lib/places/words'
import type { FeedSession } from './queries'

/**
 * The sessions of a feed as events. A session keeps its own id for good, its SEQUENCE rises with each change, and
 * one that is off stays for as long as the feed looks back: programs that subscribed then take it away.
 *
 * @param site the address of the site, without a final slash
 */
export function feedEvents(sessions: readonly FeedSession[], site: string): CalendarEvent[] {
  return sessions.map((session) => {
    const { id, startsAt, endsAt, isCancelled, sequence, changedAt, title, placeId, placeName, address } = session
    return {
      uid: id,
      start: startsAt,
      end: endsAt,
      summary: `${title} (${placeName})`,
      location: `${placeName}, ${address}`,
      description: aboutOf(session),
      url: `${site}/lieux/${placeId}`,
      sequence,
      changedAt,
      isCancelled,
    }
  })
}

function aboutOf({ level, isCycle, priceCents, takesPass }: FeedSession): string {
  return [
    level ? `Niveau\u00a0: ${levels[level]}` : 'Tous les niveaux',
    isCycle && 'Une séance d’un cycle\u00a0: on s’inscrit pour toutes',
    priceCents === 0 && 'Gratuit',
    priceCents && `${euros.format(priceCents / 100)}`,
    takesPass && 'Pass numérique accepté',
  ]
    .filter(Boolean)
    .join('\n')
}

const euros = new Intl.NumberFormat('fr', { style: 'currency', currency: 'EUR' })
