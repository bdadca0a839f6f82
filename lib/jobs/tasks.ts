import 'server-only'
import type { Payload, TaskName } from './schema'

/**
 * What each job does. It may be started again after a crash half-way, and twice at once in the worst case: what
 * stands in the tables says what is left to do. A task that throws is tried again, later and later.
 */
export const tasks: { [Name in TaskName]: (payload: Payload<Name>) => Promise<unknown> } = {
  'send-mail': async () => {},
}
