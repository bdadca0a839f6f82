// What the worker does of a file that somebody sent: `run.mjs advance-upload ID`. It ends with the worker.
import { advanceUpload } from '@/lib/imports/steps/mutations'

process.once('disconnect', () => process.exit(1))
await advanceUpload(process.argv[2] ?? '')
