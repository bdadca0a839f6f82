import { Prisma } from '@/prisma/client/client'
import { usualConfirmMonths } from '../delays'

/**
 * What the hubs of each département chose. Where several share it, the shortest delay asks, and nothing is withdrawn
 * unless all of them want it, after the longest.
 */
export const chosenDelays = Prisma.sql`
  SELECT hd."departmentCode" AS code, min(h."confirmAfterMonths") AS ask,
    CASE WHEN bool_and(h."holdAfterMonths" IS NOT NULL) THEN max(h."holdAfterMonths") END AS hold,
    array_agg(h.name ORDER BY h.name) AS hubs
  FROM "HubDepartment" hd JOIN "Hub" h ON h.id = hd."hubId" WHERE h."endedOn" IS NULL GROUP BY 1`

/** The same, `d`, beside a place `p` of the commune `c`. */
export const withDelays = Prisma.sql`LEFT JOIN (${chosenDelays}) d ON d.code = c."departmentCode"`

/** The day when somebody last said that the place `p` is true: a person, or the file that its record comes from. */
export const confirmedOn = Prisma.sql`greatest(p."recordDate", (p."verifiedAt" AT TIME ZONE 'Europe/Paris')::date)`

/** Whether the place `p` has gone without it for as long as its hubs chose. */
export const isDue = (day: string) => isDueAfter(Prisma.sql`coalesce(d.ask, ${usualConfirmMonths})`, day)

/** Whether it has gone without it for so many months. */
export const isDueAfter = (months: Prisma.Sql | number, day: string) => Prisma.sql`
  ${confirmedOn} + make_interval(months => ${months}) <= ${day}::date`

/** Whether the structure has said what to change and waits for an answer: it is not asked again meanwhile. */
export const hasProposed = Prisma.sql`EXISTS (
  SELECT FROM "Proposal" x WHERE x."placeId" = p.id AND x.origin = 'STRUCTURE' AND x.status = 'OPEN')`

/** Whether the first message of the request `r` never reached anybody. */
export const isUndelivered = Prisma.sql`EXISTS (
  SELECT FROM "OutboxMail" m WHERE m.key = 'confirmation ' || r."letterId" || ' 0' AND m.status = 'ABANDONED')`
