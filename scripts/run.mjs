// Runs `scripts/COMMAND.ts`, after setting up what it lacks: `node scripts/run.mjs COMMAND [arguments]`.
// Nothing but Node's own modules here: on a fresh clone there is nothing else yet.
import { existsSync, readFileSync } from 'node:fs'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { generateClient, isClientStale } from './setup/client.mjs'
import { installDependencies, isInstallStale } from './setup/dependencies.mjs'
import { withLock } from './setup/lock.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

requireNode(20, 19)
process.chdir(root)
const [command = '', ...args] = process.argv.slice(2)
const script = new URL(`./${command}.ts`, import.meta.url)
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) fail(`There is no command “${command}”.`)
// As if the script itself had been started: it reads its arguments from index 2.
process.argv = [process.argv[0] ?? 'node', fileURLToPath(script), ...args]

if (existsSync('.env')) process.loadEnvFile('.env')
stopWithNpm()

try {
  await setUp()
  register('./setup/server-only.mjs', import.meta.url)
  const tsx = await import('tsx/esm/api')
  tsx.register()
  await import(script.href)
} catch (error) {
  if (process.env.DEBUG) console.error(error)
  fail(error instanceof Error ? error.message : String(error))
}
process.exit()

/** Two commands on a fresh clone wait for one another here. */
async function setUp() {
  if (!isInstallStale(root) && !isClientStale(root)) return
  await withLock('setup', root, async () => {
    if (isInstallStale(root)) await installDependencies(root)
    if (isClientStale(root)) await generateClient(root)
  })
}

/**
 * @param {number} major
 * @param {number} minor
 */
function requireNode(major, minor) {
  const [ours = 0, ourMinor = 0] = process.versions.node.split('.').map(Number)
  if (ours < major || (ours === major && ourMinor < minor)) {
    fail(`Node ${major}.${minor} or later is needed, and this is Node ${process.versions.node}.`)
  }
}

/** npm passes signals on, but cannot when it is killed: without this its command would live on. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const npm = parents()
  setInterval(() => parents() === npm || process.kill(process.pid, 'SIGTERM'), 1000).unref()
}

/** Our parent and its own, since npm puts a shell between us; only Linux tells of the latter. */
function parents() {
  const stat = `/proc/${process.ppid}/stat`
  const grandparent = existsSync(stat) && readFileSync(stat, 'utf8').replace(/.*\) \S+ (\d+).*/s, '$1')
  return `${process.ppid} ${grandparent}`
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
