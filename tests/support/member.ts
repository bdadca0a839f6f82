// A command that uses the PostgreSQL of a DATA_DIR until its parent lets it go: `member.ts DATA_DIR`.
import { joinCluster } from '@/scripts/database/membership'

const membership = await joinCluster(process.argv[2] ?? '')
process.on('message', async () => {
  await membership.leave()
  process.exit()
})
process.send?.(membership.port)
