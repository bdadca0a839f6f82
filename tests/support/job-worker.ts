// Does jobs until its parent lets go.
import { startWorker } from '@/lib/jobs/worker'

startWorker()
process.once('disconnect', () => process.exit())
