import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { header } from './header'
import { openBackup } from './lines'

/** `docs/record-of-processing.md` promises it to people. */
export const keptDays = 30

/** The backups of À deux pas beside a file that were written too long ago, whatever their names; not the file itself. */
export async function oldBackups(file: string, now = new Date()): Promise<string[]> {
  const oldest = now.getTime() - keptDays * 86_400_000
  const old: string[] = []
  for (const entry of await readdir(dirname(file), { withFileTypes: true })) {
    const beside = join(dirname(file), entry.name)
    if (!entry.isFile() || beside === file) continue
    const writtenAt = await whenWritten(beside)
    if (writtenAt && writtenAt.getTime() < oldest) old.push(beside)
  }
  return old.sort()
}

/** Read in the file itself: a copy is as old as what it holds. Null for a file that is none of ours. */
async function whenWritten(file: string): Promise<Date | null> {
  try {
    for await (const line of openBackup(file)) return new Date(header.parse(JSON.parse(String(line))).writtenAt)
  } catch {}
  return null
}
