/** What happened to a value on its way in, told to the person who imports. */
export interface Note {
  /** `repaired`: read in another form than written; `dropped`: not kept. */
  kind: 'repaired' | 'dropped'
  /** The value as written. */
  value: string
  /** A short sentence in French. */
  reason: string
}

/** A value as read, and what had to be done or given up to read it. */
export interface Reading<T> {
  value: T
  notes: Note[]
}

/** Read as it stands: nothing to say. */
export function plain<T>(value: T): Reading<T> {
  return { value, notes: [] }
}

/** Read, but not as written. */
export function repaired<T>(value: T, written: string, reason: string): Reading<T> {
  return { value, notes: [{ kind: 'repaired', value: written, reason }] }
}

/** Could not be read: the rest of the row goes on without it. */
export function dropped(written: string, reason: string): Reading<null> {
  return { value: null, notes: [{ kind: 'dropped', value: written, reason }] }
}
