import { ForbiddenError, UserError } from '@/lib/errors'
import { missingToPublish } from '../publication'
import type { EditablePlace } from '../snapshot'

/**
 * Publishing asks for what a citizen needs; a published place may not lose it.
 *
 * @throws UserError when it would
 */
export function refuseToHide(current: EditablePlace, next: EditablePlace) {
  if (next.status !== 'PUBLISHED') return
  const known = current.status === 'PUBLISHED' ? missingToPublish(current) : []
  const missing = missingToPublish(next).filter((what) => !known.includes(what))
  refuseWithout(missing)
}

/** @throws UserError that names what a place to publish lacks, if anything */
export function refuseWithout(missing: readonly string[]) {
  if (missing.length > 0) throw new UserError(`Pour être publié, ce lieu doit avoir ${missing.join(', ')}.`)
}

/** What a person is told of a place that another hub follows. */
export function outOfTerritory() {
  return new ForbiddenError('Vous ne pouvez pas faire cela dans ce département\u00a0: demandez au hub qui le suit.')
}
