import 'server-only'
import { UserError } from '@/lib/errors'
import { loadCommunes } from '../queries'
import { actorOf } from '../uploads/actor/queries'
import { type Claim, claim, Superseded, tell } from '../uploads/progress/mutations'
import { applyUpload } from './applying/mutations'
import { compareRows } from './comparing/mutations'
import { locateRows } from './locating/mutations'
import { openUpload } from './opening/mutations'
import { readRows } from './reading/mutations'
import { undoUpload } from './undoing/mutations'

/** Steps begun since a person last decided: what fails so often will not succeed by being tried again. */
const mostAttempts = 8

/**
 * Does what an upload waits for, step after step, until it waits for a person. Killed half-way it leaves nothing
 * half-done, and begins the step again.
 */
export async function advanceUpload(id: string): Promise<void> {
  for (;;) {
    const claimed = await claim(id)
    if (!claimed) return
    try {
      if (claimed.attempt > mostAttempts)
        throw new UserError('Cet import a échoué plusieurs fois : envoyez le fichier à nouveau.')
      await advance(claimed)
    } catch (error) {
      if (error instanceof Superseded) return
      if (!(error instanceof UserError)) throw error
      await tell(claimed, { state: 'FAILED', phase: null, error: error.message })
    }
  }
}

async function advance(claimed: Claim): Promise<void> {
  if (claimed.state === 'OPENING') return openUpload(claimed)
  if (claimed.state === 'UNDOING') return undoUpload(claimed)
  if (claimed.state === 'APPLYING') return applyUpload(claimed)
  const user = await actorOf(claimed)
  const communes = await loadCommunes()
  await readRows(claimed, user, communes)
  await locateRows(claimed, communes)
  await compareRows(claimed, user, communes)
}
