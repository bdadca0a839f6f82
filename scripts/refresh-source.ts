// What the worker does of a source whose day has come: `run.mjs refresh-source ID`. It ends with the worker.
import { refreshSource } from '@/lib/imports/refresh/run/mutations'

process.once('disconnect', () => process.exit(1))
await refreshSource(process.argv[2] ?? '', new Date())
