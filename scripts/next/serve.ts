import { once } from 'node:events'
import net from 'node:net'
import { onInterruption } from '../interruption'
import { runNext, runSite } from './run-next'

/** @throws with one sentence when PORT is no port, or taken */
export async function freePort(): Promise<number> {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is no port: ${process.env.PORT}.`)
  const server = net.createServer().listen(port)
  try {
    await once(server, 'listening')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new Error(`Port ${port} is taken: set PORT to another one.`)
    throw new Error(`Port ${port} cannot be used: ${code}.`)
  }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/**
 * Serves the site until it is stopped, and does its jobs in this process: heavy ones never hold up a page.
 *
 * @param mode `start` serves a build, `dev` the sources
 * @param whenReady called once the site answers
 */
export async function serve(mode: 'start' | 'dev', port: number, whenReady: () => void): Promise<void> {
  const server = mode === 'start' ? runSite(port) : runNext(['dev', '--port', String(port)], 'inherit')
  const end = server.ended.then((code) => {
    throw new Error(`The site stopped by itself, with code ${code}: see above.`)
  })
  await Promise.race([end, untilHealthy(port)])
  // It reads the settings when it loads.
  const { startWorker } = await import('@/lib/jobs/worker')
  const worker = startWorker()
  onInterruption(worker.stop)
  whenReady()
  await end.finally(worker.stop)
}

async function untilHealthy(port: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
  if (response?.ok) return
  await new Promise((resolve) => setTimeout(resolve, 100))
  return untilHealthy(port)
}
