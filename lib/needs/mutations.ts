import 'server-only'
import { type CurrentUser, mayEditVocabulary } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { slugOf } from '@/lib/open-data/vocabulary'
import type { NeedInput, Term } from './schema'

/**
 * Adds a need to the vocabulary.
 *
 * @returns its id
 * @throws ForbiddenError for whoever may not change the vocabulary
 * @throws UserError when its name or a term is already that of another need
 */
export async function createNeed(user: CurrentUser, { name, terms, answers }: NeedInput): Promise<string> {
  authorise(user)
  return write(async (tx) => {
    await refuseWhatIsTaken(tx, null, name, terms)
    const id = await freeId(tx, name)
    await tx.need.create({ data: { id, name, ...answers, userId: user.id, terms: { create: terms } } })
    await audit(tx, { user, action: 'need.created', subject: `need ${id}`, details: { name } })
    return id
  })
}

/**
 * Replaces everything that is said of a need. Throws as `createNeed` does, and when `version` is not the last.
 */
export async function updateNeed(
  user: CurrentUser,
  id: string,
  version: number,
  { name, terms, answers }: NeedInput,
): Promise<void> {
  authorise(user)
  await write(async (tx) => {
    await lock(tx, id, version)
    await refuseWhatIsTaken(tx, id, name, terms)
    await tx.needTerm.deleteMany({ where: { needId: id } })
    await tx.need.update({
      where: { id },
      data: { name, ...answers, userId: user.id, version: version + 1, terms: { create: terms } },
    })
    await audit(tx, { user, action: 'need.changed', subject: `need ${id}`, details: { name } })
  })
}

/** Removes a need and its terms; one that came with the product does not come back. Throws as `updateNeed` does. */
export async function removeNeed(user: CurrentUser, id: string, version: number): Promise<void> {
  authorise(user)
  await write(async (tx) => {
    await lock(tx, id, version)
    const { name } = await tx.need.delete({ where: { id }, select: { name: true } })
    await audit(tx, { user, action: 'need.removed', subject: `need ${id}`, details: { name } })
  })
}

function authorise(user: CurrentUser): void {
  if (!mayEditVocabulary(user)) {
    throw new ForbiddenError('Seules les personnes qui coordonnent un hub changent le vocabulaire.')
  }
}

/** One change of the vocabulary at a time: two could give the same term to two needs. */
function write<Result>(change: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE "NeedTerm" IN SHARE ROW EXCLUSIVE MODE`
      return change(tx)
    },
    { maxWait: 15_000, timeout: 15_000 },
  )
}

async function lock(tx: Transaction, id: string, version: number): Promise<void> {
  const need = await tx.need.findUnique({ where: { id }, select: { version: true } })
  if (!need) throw new NotFoundError('Ce besoin n’existe plus\u00a0: quelqu’un l’a retiré.')
  if (need.version !== version) {
    throw new UserError(
      'Quelqu’un d’autre a modifié ce besoin pendant que vous l’aviez ouvert. Rien n’a été enregistré\u00a0: ouvrez-le dans un autre onglet pour comparer.',
    )
  }
}

async function refuseWhatIsTaken(
  tx: Transaction,
  id: string | null,
  name: string,
  terms: readonly Term[],
): Promise<void> {
  const elsewhere = id === null ? {} : { id: { not: id } }
  if (await tx.need.findFirst({ where: { name, ...elsewhere }, select: { id: true } })) {
    throw new UserError(`Un autre besoin s’appelle déjà «\u00a0${name}\u00a0».`)
  }
  const taken = await tx.needTerm.findMany({
    where: { folded: { in: terms.map(({ folded }) => folded) }, need: elsewhere },
    select: { text: true, need: { select: { name: true } } },
    orderBy: { folded: 'asc' },
  })
  if (taken.length > 0) {
    const where = taken.map(({ text, need }) => `«\u00a0${text}\u00a0» dit déjà «\u00a0${need.name}\u00a0»`)
    throw new UserError(
      `${where.join('\u00a0; ')}. Un mot ne peut dire qu’un besoin\u00a0: retirez-le d’ici ou de là-bas.`,
    )
  }
}

/** `une carte grise` → `une-carte-grise`, then `une-carte-grise-2`. */
async function freeId(tx: Transaction, name: string): Promise<string> {
  const slug = slugOf(name).slice(0, 60).replace(/-+$/, '') || 'besoin'
  const near = await tx.need.findMany({ where: { id: { startsWith: slug } }, select: { id: true } })
  const used = new Set(near.map(({ id }) => id))
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : `${slug}-${number}`
    if (!used.has(id)) return id
  }
}
