// An import that its parent kills half-way: `killed-import.ts FILE`. It says when it is writing.
import { importFile } from '@/lib/imports/mutations'

await importFile({
  path: process.argv[2] ?? '',
  onProgress: ({ phase, done }) => {
    if (phase === 'writing' && done > 0) process.send?.('writing')
  },
})
