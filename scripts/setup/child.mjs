import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs a program to its end, showing what it prints. A signal that ends us ends it.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {string} failure the sentence to fail with
 */
export async function run(program, args, options, failure) {
  const child = spawn(program, args, { stdio: 'inherit', ...options })
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  const end = await Promise.race([once(child, 'exit'), once(child, 'error')])
  process.off('SIGINT', pass).off('SIGTERM', pass)
  if (end[0] !== 0) throw new Error(failure)
}
