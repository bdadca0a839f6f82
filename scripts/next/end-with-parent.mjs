// Loaded before Next in the process that a command starts: a killed command leaves none behind.
import { isMainThread } from 'node:worker_threads'

/** Milliseconds that requests under way are given to end. */
const patience = 5000

// Next's own workers inherit this module, and follow Next.
if (isMainThread && process.channel && process.ppid === Number(process.env.COMMAND_PID)) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(), patience).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  // Listening must not keep a process alive that has nothing else to do.
  process.channel.unref()
}
