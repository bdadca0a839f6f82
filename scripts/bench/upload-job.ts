// What the worker does of an upload, in a process of its own: `upload-job.ts ID`. It tells its parent the seconds.
import { advanceUpload } from '@/lib/imports/steps/mutations'

const start = performance.now()
await advanceUpload(process.argv[2] ?? '')
process.send?.({ seconds: (performance.now() - start) / 1000 })
process.exit()
