import type { Territory } from '@/lib/accounts/territory'
import { usualConfirmMonths } from '@/lib/freshness/delays'
import { isDueAfter } from '@/lib/freshness/round/delays-sql'
import { localDay } from '@/lib/hours/zone-clock'
import { saysItTakesReferralsSql } from '@/lib/referrals/taking-sql'
import { facetNumber } from '@/lib/search/facets'
import { Prisma } from '@/prisma/client/client'
import { normalisePhone } from '../phone'
import type { TableFilters } from './filters'
import { gapConditions } from './gap-conditions'
import type { Changed, Freshness } from './values'

const everything = Prisma.sql`true`

/** Every list of the back office starts from here: what this person may read of `"Place" p`, and nothing else. */
export function inTerritory({ everywhere, departmentCodes, placeIds }: Territory): Prisma.Sql {
  if (everywhere) return everything
  return Prisma.sql`(${inDepartments(departmentCodes)} OR p.id = ANY(${placeIds}::text[]))`
}

const inDepartments = (codes: readonly string[]) =>
  Prisma.sql`p."communeCode" IN (SELECT code FROM "Commune" WHERE "departmentCode" = ANY(${codes}::text[]))`

/** What is asked, once the words are folded and the communes found. */
export interface Asked extends Omit<TableFilters, 'communes' | 'page'> {
  words: string[]
  /** INSEE codes */
  communes: string[]
  /** The delays of hubs that chose another than the usual one */
  delays: { months: number; departments: string[] }[]
  userId: string
}

/** The conditions that filters put on `"Place" p`. */
export function conditionsOf(asked: Asked): Prisma.Sql[] {
  const { status, kind, departments, communes, services, withoutServices, programmes } = asked
  const facetsOf = (numbers: number[]) => Prisma.sql`p.facets && ${numbers}::smallint[]`
  return [
    some(asked.words, () => wordsAre(asked)),
    some(status, () => Prisma.sql`p.status = ANY(${status}::"PlaceStatus"[])`),
    some(kind, () => Prisma.sql`p.kind = ANY(${kind}::"PlaceKind"[])`),
    some(departments, () => inDepartments(departments)),
    some(communes, () => Prisma.sql`p."communeCode" = ANY(${communes}::text[])`),
    some(services, () => facetsOf(services.map((code) => facetNumber('services', code)))),
    some(
      withoutServices,
      () => Prisma.sql`NOT ${facetsOf(withoutServices.map((code) => facetNumber('services', code)))}`,
    ),
    some(programmes, () => facetsOf(programmes.map((code) => facetNumber('programmes', code)))),
    some(asked.takesReferrals, () => Prisma.sql`${saysItTakesReferralsSql} = ANY(${asked.takesReferrals}::boolean[])`),
    // Archived places wait for nobody.
    some(asked.gaps, () => Prisma.sql`p.status <> 'ARCHIVED' AND ${any(asked.gaps.map((gap) => gapConditions[gap]))}`),
    some(
      asked.freshness,
      () => Prisma.sql`p.status <> 'ARCHIVED' AND ${any(asked.freshness.map((each) => isFresh(each, asked)))}`,
    ),
    some(asked.sources, () => any(asked.sources.map(comesFrom))),
    some(asked.assignees, () => any(asked.assignees.map((who) => isFollowedBy(who, asked.userId)))),
    some(asked.changed, () => any(asked.changed.map(hasChanged))),
  ].flat()
}

const some = (values: readonly unknown[], condition: () => Prisma.Sql) => (values.length > 0 ? condition() : [])

const any = (conditions: Prisma.Sql[]) => Prisma.sql`(${Prisma.join(conditions, ' OR ')})`

/** All words in its text; or the very number, telephone, e-mail or SIRET. */
function wordsAre({ q, words }: Asked): Prisma.Sql {
  const typed = q.trim().toLowerCase()
  const said = Prisma.join(
    words.map((word) => Prisma.sql`p."searchText" LIKE ${`%${word}%`}`),
    ' AND ',
  )
  const ways = [Prisma.sql`(${said})`]
  if (/^adp-\d+$/.test(typed)) ways.push(Prisma.sql`p.id = ${typed}`)
  if (typed.includes('@')) ways.push(Prisma.sql`${typed} = ANY(p.emails)`)
  if (/^[\d\s]{9,20}$/.test(typed)) ways.push(Prisma.sql`p.pivot = ${typed.replace(/\s/g, '')}`)
  const phone = /\d/.test(typed) ? normalisePhone(typed) : null
  if (phone) ways.push(Prisma.sql`p.phone = ${phone}`)
  return any(ways)
}

/**
 * The same question as the round of messages asks every morning. The few delays that hubs chose stand in the condition:
 * a look at them for each place would cost ten times as much.
 */
function isToConfirm({ delays }: Asked): Prisma.Sql {
  const day = localDay('Europe/Paris', new Date())
  const unusual = inDepartments(delays.flatMap(({ departments }) => departments))
  return any([
    Prisma.sql`(${isDueAfter(usualConfirmMonths, day)} AND NOT ${unusual})`,
    ...delays.map(
      ({ months, departments }) => Prisma.sql`(${isDueAfter(months, day)} AND ${inDepartments(departments)})`,
    ),
  ])
}

function isFresh(freshness: Freshness, asked: Asked): Prisma.Sql {
  switch (freshness) {
    case 'current':
      return Prisma.sql`NOT ${isToConfirm(asked)}`
    case 'due':
      return isToConfirm(asked)
    case 'veryOld':
      return Prisma.sql`p."verifiedAt" < now() - interval '1 year'`
    case 'never':
      return Prisma.sql`p."verifiedAt" IS NULL`
    case 'unconfirmed':
      return Prisma.sql`p.freshness <> 'CURRENT'`
  }
}

function comesFrom(slug: string): Prisma.Sql {
  if (slug === 'aucune') return Prisma.sql`p.id NOT IN (SELECT "placeId" FROM "PlaceSource")`
  return Prisma.sql`p.id IN (
    SELECT s."placeId" FROM "PlaceSource" s JOIN "Source" o ON o.id = s."sourceId" WHERE o.slug = ${slug})`
}

function isFollowedBy(who: string, userId: string): Prisma.Sql {
  if (who === 'personne') return Prisma.sql`p.id NOT IN (SELECT "placeId" FROM "PlaceAssignment")`
  return Prisma.sql`p.id IN (SELECT "placeId" FROM "PlaceAssignment" WHERE "userId" = ${who === 'moi' ? userId : who})`
}

function hasChanged(changed: Changed): Prisma.Sql {
  if ('within' in changed) return Prisma.sql`p."updatedAt" >= now() - make_interval(days => ${changed.within})`
  return Prisma.sql`p."updatedAt" < now() - make_interval(days => ${changed.before})`
}
