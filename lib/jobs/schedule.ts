import type { TaskName } from './schema'

/**
 * When the tasks come back by themselves, as crontab says it, in universal time; once, whatever the number of
 * instances, and never before the last one has ended.
 */
export const schedule: Partial<Record<TaskName, string>> = {
  'erase-referrals': '30 1 * * *',
  'forget-reporters': '55 1 * * *',
  'forget-requests': '50 1 * * *',
  // Before people read their mail, in France.
  'freshness-round': '0 5 * * *',
  'purge-uploads': '45 1 * * *',
  // Finds the sources whose day has come; each has a job of its own.
  'refresh-sources': '20 * * * *',
  // Deadlines fall at eight in the morning on the clock of each place: somewhere, at nearly every hour.
  'referral-round': '2 * * * *',
  // Finds again what was left halfway, its job lost: with a restored backup, or tried too often.
  'resume-work': '*/10 * * * *',
  // Finds again whatever still waits: mail that failed, or that a restored backup brought.
  'send-mail': '* * * * *',
  'sweep-duplicates': '0 2 * * *',
}
