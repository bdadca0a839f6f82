import 'server-only'
import { db } from '@/lib/db'

/** Days that a file that nobody imported is kept, since anybody last did something about it. The list of imports says so. */
const kept = 30
const told = `Ce fichier a attendu ${kept} jours sans être importé : il a été effacé. Envoyez-le à nouveau s’il sert encore.`

/** Forgets the files that were sent and never imported, and their rows; the list still says that they came. */
export async function purgeUploads(now: Date): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const purged = await tx.$queryRaw<{ id: string }[]>`
        UPDATE "ImportUpload" SET content = NULL, form = NULL, state = 'FAILED', phase = NULL, error = ${told},
          version = version + 1, "updatedAt" = ${now}
        WHERE state IN ('MAPPING', 'READY', 'FAILED') AND content IS NOT NULL
          AND "updatedAt" < ${new Date(now.getTime() - kept * 86_400_000)} RETURNING id::text`
      await tx.importRow.deleteMany({ where: { uploadId: { in: purged.map(({ id }) => id) } } })
    },
    { maxWait: 15_000, timeout: 600_000 },
  )
}
