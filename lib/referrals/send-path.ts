import { parameters } from '@/lib/search/parameters'
import type { Service, SupportMode } from '@/prisma/client/enums'

/** What is known of a need before anybody writes a referral. */
export interface KnownNeed {
  services: readonly Service[]
  supportMode: SupportMode | null
}

const { services: service, modalites_accompagnement: support } = parameters

/** Where a helper refers somebody to a place; it says what is sought, and nothing of who seeks it. */
export function sendPath(placeId: string, { services = [], supportMode = null }: Partial<KnownNeed> = {}): string {
  const query = new URLSearchParams({ lieu: placeId })
  for (const each of new Set(services)) query.append('service', service.write(each))
  if (supportMode) query.append('accompagnement', support.write(supportMode))
  return `/orientation/envoyer?${query}`
}

/** The need of such an address; what cannot be read is left out. */
export function readKnownNeed(query: URLSearchParams): KnownNeed {
  const readings = query.getAll('service').map(service.read)
  const mode = support.read(query.get('accompagnement') ?? '')
  return {
    services: [...new Set(readings.flatMap((reading) => ('value' in reading ? [reading.value] : [])))],
    supportMode: 'value' in mode ? mode.value : null,
  }
}
