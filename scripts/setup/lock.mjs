import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { realpathSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The local address that stands for a folder and a purpose. Who listens on it holds it, and the
 * system frees it when that process ends, however it ends: no file of a dead holder to clear.
 *
 * @param {string} purpose
 * @param {string} folder must exist
 */
export function localAddress(purpose, folder) {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 20)
  const name = `a-deux-pas-${purpose}-${hash}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `${name}.sock`)
}

/**
 * Listens on a local address, unless a living process does.
 *
 * @param {string} address
 * @param {(socket: net.Socket) => void} welcome
 * @returns {Promise<net.Server | null>} null when it is held
 */
export async function listenAlone(address, welcome) {
  const server = net.createServer({ allowHalfOpen: true }, welcome)
  try {
    server.listen(address)
    await once(server, 'listening')
    return server
  } catch (error) {
    if (!isCode(error, 'EADDRINUSE')) throw error
    const holder = await knock(address)
    holder?.destroy()
    if (holder || !address.endsWith('.sock')) return null
    // Only where sockets are files (macOS) does a killed process leave one behind.
    rmSync(address, { force: true })
    return listenAlone(address, welcome)
  }
}

/**
 * Connects to a local address.
 *
 * @param {string} address
 * @returns {Promise<net.Socket | null>} null when nobody listens
 */
export async function knock(address) {
  const socket = net.connect({ path: address, allowHalfOpen: true })
  try {
    await once(socket, 'connect')
    return socket
  } catch (error) {
    // Reset: it stopped listening at that very moment.
    if (['ECONNREFUSED', 'ENOENT', 'ECONNRESET'].some((code) => isCode(error, code))) return null
    throw error
  }
}

/**
 * Does the work while no other process does work of that purpose on that folder.
 *
 * @template T
 * @param {string} purpose
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(purpose, folder, work) {
  const address = localAddress(purpose, folder)
  /** @type {Set<net.Socket>} */
  const waiting = new Set()
  for (;;) {
    const held = await listenAlone(address, (socket) => waiting.add(socket.on('error', () => {})))
    if (!held) {
      await untilReleased(address)
      continue
    }
    try {
      return await work()
    } finally {
      held.close()
      for (const socket of waiting) socket.destroy()
    }
  }
}

/**
 * A holder keeps its visitors on the line: the line drops when it lets go or dies.
 *
 * @param {string} address
 */
async function untilReleased(address) {
  const socket = await knock(address)
  if (socket) await untilClosed(socket)
}

/**
 * Waits until the other side hangs up or dies; an error is one more way to hang up.
 *
 * @param {net.Socket} socket
 * @returns {Promise<void>}
 */
export function untilClosed(socket) {
  socket.on('error', () => {}).on('end', () => socket.destroy())
  socket.resume()
  return new Promise((resolve) => (socket.destroyed ? resolve() : socket.once('close', () => resolve())))
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}
