import type { IconName } from '@/components/ui/icon'
import { services, slugOf } from '@/lib/open-data/vocabulary'
import type { Service } from '@/prisma/client/enums'

/**
 * The nine national services as the needs that people name, the most frequent first.
 * Their words are in the catalogue, under `needs`.
 */
export const needs: readonly { service: Service; icon: IconName }[] = [
  { service: 'ADMINISTRATIVE_PROCEDURES', icon: 'document' },
  { service: 'EVERYDAY_DIGITAL_TOOLS', icon: 'laptop' },
  { service: 'EMPLOYMENT', icon: 'briefcase' },
  { service: 'ONLINE_SAFETY', icon: 'shield' },
  { service: 'AFFORDABLE_EQUIPMENT', icon: 'wallet' },
  { service: 'INTERNET_AND_EQUIPMENT_ACCESS', icon: 'printer' },
  { service: 'PARENTING_AND_EDUCATION', icon: 'family' },
  { service: 'LEISURE_AND_CREATION', icon: 'tools' },
  { service: 'DIGITAL_CULTURE', icon: 'bulb' },
]

/** How a service is written in a URL. */
export const serviceSlug = (service: Service): string => slugOf(services[service])
