// Loaded in the process that imports: tells its parent, at its end, the most memory it held.
import { isMainThread } from 'node:worker_threads'

if (isMainThread && process.send) {
  process.channel?.unref()
  process.on('exit', () => process.send?.(Math.round(process.resourceUsage().maxRSS / 1024)))
}
