// Holds the lock `kill` of a folder until it is killed: `lock-holder.mjs FOLDER`.
import { withLock } from '../../scripts/setup/lock.mjs'

await withLock('kill', process.argv[2] ?? '', () => {
  process.send?.('held')
  return new Promise((resolve) => process.once('disconnect', resolve))
})
