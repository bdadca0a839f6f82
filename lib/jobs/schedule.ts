import type { TaskName } from './schema'

/**
 * When the tasks come back by themselves, as crontab says it, in universal time; once, whatever the number of
 * instances, and never before the last one has ended.
 */
export const schedule: Partial<Record<TaskName, string>> = {
  // Before people read their mail, in France.
  'freshness-round': '0 5 * * *',
  // Finds the sources whose day has come; each has a job of its own.
  'refresh-sources': '20 * * * *',
  // Finds again whatever still waits: mail that failed, or that a restored backup brought.
  'send-mail': '* * * * *',
  'sweep-duplicates': '0 2 * * *',
}
