import type { Author } from './apply/mutations'
import type { PlaceToWrite } from './apply/place-rows'
import { departmentOf, type Run } from './run'

/** Whom the history names for what a run writes. */
export function authorOf({ user }: Run, runId: string): Author {
  return { runId, userId: user?.id ?? null }
}

/** A place as a run writes it, with the département whose clocks its hours follow. */
export function toWrite(run: Run, id: string, place: PlaceToWrite['place'], recordDate: string): PlaceToWrite {
  return { id, place, departmentCode: departmentOf(run, place.communeCode), recordDate }
}
