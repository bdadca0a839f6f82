import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'

/**
 * Whether node_modules lacks something of package-lock.json. npm writes what it installed at the
 * very end, so a killed installation counts as none.
 *
 * @param {string} root
 */
export function isInstallStale(root) {
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'))
  const wanted = readPackages(join(root, 'package-lock.json')) ?? {}
  if (!installed) return true
  return Object.entries(wanted).some(([path, { version, optional }]) => {
    const there = installed[path]
    // Optional packages are those of other systems.
    return path !== '' && (there ? there.version !== version : !optional)
  })
}

/** @param {string} root */
export async function installDependencies(root) {
  console.error('Installing the dependencies; this takes about a minute…')
  // Under npm, its own path is known; development packages build and test even in production.
  const npm = process.env.npm_execpath
  // Not `npm ci`: it refuses a lock without the optional packages of every other system, and a lock
  // written through a registry that mirrors only some systems has none of the others. `--no-save`
  // installs the versions of the lock and leaves it as it is.
  const args = ['install', '--no-save', '--include=dev', '--no-fund', '--no-audit']
  const failure = 'The dependencies could not be installed: see what npm says above.'
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], { cwd: root }, failure)
  return run('npm', args, { cwd: root, shell: process.platform === 'win32' }, failure)
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}
