import { answerLifetime } from '@/lib/accounts/joining/lifetime'

/** When a hub that said no may be asked again: after three months, as long as a request waits for its answer. */
export function askAgainFrom(refusedAt: Date): Date {
  return new Date(refusedAt.getTime() + answerLifetime)
}

/** Whether a hub that may have said no may be asked now. */
export function mayAsk(refusedAt: Date | null): boolean {
  return refusedAt === null || askAgainFrom(refusedAt) <= new Date()
}
