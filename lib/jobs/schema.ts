import { z } from 'zod'

/** What is done in the background, each with what it is told: small facts such as ids, since a job may wait for days. */
export const payloads = {
  'import-upload': z.object({ id: z.uuid() }),
  'bulk-edit': z.object({ id: z.uuid() }),
  'erase-referrals': z.object({}),
  'forget-reporters': z.object({}),
  'forget-requests': z.object({}),
  'freshness-round': z.object({}),
  'refresh-source': z.object({ id: z.uuid() }),
  'refresh-sources': z.object({}),
  'purge-uploads': z.object({}),
  'referral-round': z.object({}),
  'resume-work': z.object({}),
  'send-mail': z.object({}),
  'send-password-link': z.object({ email: z.string(), request: z.uuid() }),
  'sweep-duplicates': z.object({}),
} as const satisfies Record<string, z.ZodObject>

export type TaskName = keyof typeof payloads
export type Payload<Name extends TaskName> = z.infer<(typeof payloads)[Name]>
