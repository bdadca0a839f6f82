import 'server-only'
import { countWorkshops, type UnderstoodWorkshopSearch, understoodWorkshops } from '../queries'
import type { WorkshopSearch } from '../request'

export type Wider = 'level' | 'period' | 'subject' | 'price' | 'pass' | 'where' | 'all'

/** One thing to give up, what it changes in the search, and how many workshops it brings. */
export interface WiderSearch {
  gives: Wider
  change: Partial<WorkshopSearch>
  count: number
}

/** What words said beside what is given up becomes a filter of its own, and can be given up in turn. */
function saidApart({ understood, ...search }: UnderstoodWorkshopSearch): WorkshopSearch {
  if (!understood) return search
  const { said } = understood
  return {
    ...search,
    words: said.rest,
    level: search.level ?? said.level,
    period: search.period ?? said.period,
    isFree: search.isFree || said.isFree,
    takesPass: search.takesPass || said.takesPass,
  }
}

/** Where nothing is found: what to give up, one thing at a time, for something to be; everything at once where that is not enough. */
export async function listWiderSearches(search: UnderstoodWorkshopSearch, at: Date): Promise<WiderSearch[]> {
  const asked = saidApart(search)
  const nowhere = { near: null, communeCodes: [], departmentCodes: [] }
  const isWithin = asked.communeCodes.length + asked.departmentCodes.length > 0
  const apart = {
    words: asked.words,
    level: asked.level,
    period: asked.period,
    isFree: asked.isFree,
    takesPass: asked.takesPass,
  }
  const noSubject = { words: null, isLiteral: false, services: [] }
  const ways: [Wider, boolean, Partial<WorkshopSearch>][] = [
    ['period', asked.period !== null, { ...apart, period: null }],
    ['level', asked.level !== null, { ...apart, level: null }],
    ['price', asked.isFree, { ...apart, isFree: false }],
    ['pass', asked.takesPass, { ...apart, takesPass: false }],
    ['subject', asked.words !== null || asked.services.length > 0, { ...apart, ...noSubject }],
    ['where', isWithin, { ...apart, ...nowhere }],
  ]
  const found = await count(
    ways.filter(([, isAsked]) => isAsked),
    asked,
    at,
  )
  if (found.length > 0) return found
  const nothing = { ...noSubject, ...nowhere, level: null, period: null, isFree: false, takesPass: false }
  return count([['all', true, nothing]], asked, at)
}

async function count(
  ways: readonly [Wider, boolean, Partial<WorkshopSearch>][],
  asked: WorkshopSearch,
  at: Date,
): Promise<WiderSearch[]> {
  const counted = await Promise.all(
    ways.map(async ([gives, , change]) => {
      const wider = await understoodWorkshops({ ...asked, page: 1, ...change })
      return { gives, change, count: await countWorkshops(wider, at) }
    }),
  )
  return counted.filter((each) => each.count > 0)
}
