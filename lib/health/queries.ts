import 'server-only'
import { db } from '@/lib/db'

/**
 * Whether the database answers a question at once.
 *
 * @param patience milliseconds to wait for it
 */
export async function isDatabaseAnswering(patience = 2000): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  const answer = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}
