import 'server-only'
import { BusyError } from '@/lib/errors'
import { renewSchedules } from './mutations'

const hour = 3_600_000

/** Keeps the coming weeks judged for as long as this process runs; it does not keep it running. */
export function keepSchedulesRenewed(): void {
  const renew = () => {
    renewSchedules().catch((error) => {
      // Somebody else is at work: the next hour will do.
      if (!(error instanceof BusyError)) console.error(error)
    })
  }
  renew()
  setInterval(renew, hour).unref()
}
