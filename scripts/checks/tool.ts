import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { onInterruption } from '../interruption'

/**
 * Runs the program of an installed package to its end, showing what it prints.
 *
 * @param name of the program in the package's `bin`
 * @returns whether it succeeded
 */
export async function runTool(
  packageName: string,
  name: string,
  args: string[],
  settings: Record<string, string> = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [programOf(packageName, name), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...settings },
  })
  const exit = once(child, 'exit')
  onInterruption(async () => {
    child.kill()
    await exit
  })
  const [code] = await exit
  return code === 0
}

/** Packages often keep their programs out of what can be imported, so it is looked up as npm does. */
function programOf(packageName: string, name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(packageName) ?? []
  const root = folders.map((folder) => join(folder, packageName)).find((folder) => existsSync(folder))
  if (!root) throw new Error(`${packageName} is not installed.`)
  const file = join(root, 'package.json')
  const { bin } = JSON.parse(readFileSync(file, 'utf8')) as { bin: string | Record<string, string> }
  const program = typeof bin === 'string' ? bin : bin[name]
  if (!program) throw new Error(`${packageName} has no program ${name}.`)
  return join(dirname(file), program)
}
