import { UserError } from '@/lib/errors'
import { changeBetween, type EditablePlace, type Snapshot, snapshotOf } from './snapshot'

/** An edit started from a version that is no longer the last: nothing was written. */
export class VersionConflictError extends UserError {
  override name = 'VersionConflictError'

  /**
   * @param current the place as it now is
   * @param version its version
   * @param started the place as it was when the edit started; fields that never changed since are those of `current`
   */
  constructor(
    readonly current: EditablePlace,
    readonly version: number,
    readonly started: Snapshot,
  ) {
    super('Quelqu’un d’autre a modifié ce lieu pendant que vous l’aviez ouvert. Rien n’a été enregistré.')
  }

  /** What others changed since the edit started. */
  get fields(): string[] {
    return Object.keys(changeBetween(this.started, snapshotOf(this.current))?.after ?? {})
  }
}
