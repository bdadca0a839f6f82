import { constants, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The system account that PostgreSQL runs under, when it is not the one we run under. */
export type Owner = { uid: number; gid: number; name: string }

/**
 * PostgreSQL refuses to run as root: it then runs as `postgres`, or as `nobody` where there is no
 * such account.
 *
 * @returns undefined when we are not root, so that PostgreSQL runs as ourselves
 */
export function postgresOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account = ['postgres', 'nobody'].flatMap((name) => accounts.find((fields) => fields[0] === name) ?? [])
  const [name, , uid, gid] = account
  if (!name || !uid || !gid) {
    throw new Error('PostgreSQL does not run as root, and there is no account `postgres` or `nobody` to run it as.')
  }
  // macOS writes nobody's number as -2.
  return { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}

/** Whether an account may go through every folder down to this one, itself included. */
export function canReach(folder: string, { uid, gid }: Owner): boolean {
  const stats = statSync(folder)
  const bit = stats.uid === uid ? constants.S_IXUSR : stats.gid === gid ? constants.S_IXGRP : constants.S_IXOTH
  if ((stats.mode & bit) === 0) return false
  const parent = dirname(folder)
  return parent === folder || canReach(parent, { uid, gid, name: '' })
}
