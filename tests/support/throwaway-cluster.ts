import { chmod, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { urlOf } from '@/scripts/database/account'
import { joinCluster, type Membership } from '@/scripts/database/membership'
import { passwordFile } from '@/scripts/database/open-cluster'

/** A PostgreSQL for tests: it goes with its folder when its last member leaves or is killed. */
export type ThrowawayCluster = Membership & { urlOf: (database: string) => string }

export async function joinThrowawayCluster(): Promise<ThrowawayCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'a-deux-pas-'))
  // As root, another account runs PostgreSQL, and must come through.
  await chmod(folder, 0o755)
  const membership = await joinCluster(folder, true)
  const password = await readFile(join(folder, passwordFile), 'utf8')
  return { ...membership, urlOf: (database) => urlOf(membership.port, password, database) }
}
