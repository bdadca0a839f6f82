// A merge, or the undoing of one, that its parent kills half-way: `killed-merge.ts { user, merge | undo }`.
import { mergePlaces, undoMerge } from '@/lib/duplicates/mutations'

const { user, merge, undo } = JSON.parse(process.argv[2] ?? '')
await (merge ? mergePlaces(user, merge) : undoMerge(user, undo))
process.exit()
