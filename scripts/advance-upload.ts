// What the worker does of a file that somebody sent: `run.mjs advance-upload ID`. It ends with the worker.
import { constants, setPriority } from 'node:os'
import { advanceUpload } from '@/lib/imports/steps/mutations'

// Public pages go first
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.once('disconnect', () => process.exit(1))
await advanceUpload(process.argv[2] ?? '')
