import 'server-only'
import type { Payload, TaskName } from './schema'

/** `signal` asks to stop soon: what is left will be done by another instance. */
type Task<Name extends TaskName> = (payload: Payload<Name>, signal: AbortSignal) => Promise<unknown>

/**
 * What each job does, loaded when there is one to do. It may be started again after a crash half-way, and twice at
 * once in the worst case: what stands in the tables says what is left to do. A task that throws is tried again,
 * later and later.
 */
export const tasks: { [Name in TaskName]: Task<Name> } = {
  'import-upload': async ({ id }, signal) =>
    (await import('./own-process')).inOwnProcess('advance-upload', [id], 220, signal),
  'bulk-edit': async ({ id }, signal) => (await import('@/lib/places/bulk/run/mutations')).runBulkEdit(id, signal),
  'erase-referrals': async (_, signal) =>
    (await import('@/lib/referrals/erasure/mutations')).runErasure(new Date(), signal),
  'forget-reporters': async () => (await import('@/lib/reports/retention/mutations')).forgetReporters(new Date()),
  'forget-requests': async () => {
    await (await import('@/lib/accounts/joining/mutations')).forgetRequests(new Date())
    await (await import('@/lib/organisations/agreements/mutations')).forgetAgreements(new Date())
  },
  'freshness-round': async (_, signal) =>
    (await import('@/lib/freshness/round/mutations')).runFreshnessRound(new Date(), signal),
  'purge-uploads': async () => (await import('@/lib/imports/retention/mutations')).purgeUploads(new Date()),
  'refresh-source': async ({ id }, signal) =>
    (await import('./own-process')).inOwnProcess('refresh-source', [id], 220, signal),
  'refresh-sources': async () => (await import('@/lib/imports/refresh/mutations')).queueRefreshes(new Date()),
  'referral-round': async (_, signal) =>
    (await import('@/lib/referrals/round/mutations')).runReferralRound(new Date(), signal),
  'resume-work': async () => {
    await (await import('@/lib/imports/uploads/change/mutations')).resumeUploads()
    await (await import('@/lib/places/bulk/mutations')).resumeBulkEdits()
    await (await import('@/lib/workshops/seats/keeping/mutations')).fillEverySeat(new Date())
  },
  'send-mail': async (_, signal) => (await import('@/lib/mail/delivery/mutations')).sendMail(signal),
  'send-password-link': async (asked) => (await import('@/lib/accounts/recovery/mutations')).sendPasswordLink(asked),
  'sweep-duplicates': async (_, signal) => (await import('@/lib/duplicates/sweep/mutations')).runSweep(signal),
}
