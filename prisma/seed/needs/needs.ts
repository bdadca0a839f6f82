import type { Transaction } from '@/lib/db'
import { foldTerm } from '@/lib/needs/fold'
import { devices } from './devices'
import { life } from './life'
import type { NeedSeed } from './need-seed'
import { paperwork } from './paperwork'
import { ways } from './ways'

/** The needs that come with the product. */
export const seededNeeds: readonly NeedSeed[] = [...paperwork, ...devices, ...life, ...ways]

interface SeededTerm {
  language: string
  text: string
  folded: string
}

/** The terms of a need, each once. */
export function termsOf({ terms, others = {} }: Pick<NeedSeed, 'terms' | 'others'>): SeededTerm[] {
  const byFolded = new Map<string, SeededTerm>()
  for (const [language, list] of Object.entries({ fr: terms, ...others })) {
    for (const text of list.split(',').map((term) => term.trim().replace(/\s+/g, ' '))) {
      const folded = foldTerm(text)
      if (!byFolded.has(folded)) byFolded.set(folded, { language, text, folded })
    }
  }
  return [...byFolded.values()]
}

/**
 * Adds the needs that this database was never given. What coordinators changed stays as they left it, what
 * they removed does not come back, and a term that they gave to another need stays there.
 */
export async function seedNeeds(tx: Transaction): Promise<void> {
  const given = new Set((await tx.seededNeed.findMany()).map(({ id }) => id))
  const missing = seededNeeds.filter(({ id }) => !given.has(id))
  if (missing.length === 0) return
  await tx.seededNeed.createMany({ data: missing.map(({ id }) => ({ id })), skipDuplicates: true })
  const added = await tx.need.createManyAndReturn({
    data: missing.map(({ id, name, answers }) => ({ id, name, ...answers })),
    skipDuplicates: true,
    select: { id: true },
  })
  const isAdded = new Set(added.map(({ id }) => id))
  await tx.needTerm.createMany({
    data: missing
      .filter(({ id }) => isAdded.has(id))
      .flatMap((need) => termsOf(need).map((term) => ({ needId: need.id, ...term }))),
    skipDuplicates: true,
  })
  await tx.$executeRaw`ANALYZE "Need", "NeedTerm"`
}
