import 'server-only'
import { db } from '@/lib/db'

/** Whether what is shown is made up: generated places, and no real file imported yet. */
export async function showsDemonstrationData(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ shows: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Place" WHERE "isDemo") AND NOT EXISTS (SELECT FROM "ImportRun") AS shows`
  return row?.shows ?? false
}
