// What the worker does of a source whose day has come: `run.mjs refresh-source ID`. It ends with the worker.
import { constants, setPriority } from 'node:os'
import { refreshSource } from '@/lib/imports/refresh/run/mutations'

// Public pages go first
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.once('disconnect', () => process.exit(1))
await refreshSource(process.argv[2] ?? '', new Date())
