'use server'

import { redirect } from 'next/navigation'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { formAction } from '@/lib/form-action'
import type { FormState, FormValues } from '@/lib/form-state'
import { fieldWords } from '@/lib/places/field-words'
import { snapshotOf } from '@/lib/places/snapshot'
import { VersionConflictError } from '@/lib/places/version-conflict'
import { answerProposal } from '@/lib/proposals/mutations'
import { type QueueAnswer, queueAnswer } from '@/lib/proposals/schema'
import { answerReport } from '@/lib/reports/mutations'

const reportStatuses = { accept: 'DONE', refuse: 'REFUSED', reopen: 'OPEN' } as const

export const answerAction = formAction(queueAnswer, async (answer, user, values) => {
  try {
    await decide(user, answer)
  } catch (error) {
    if (error instanceof VersionConflictError) return conflictState(error, values)
    throw error
  }
  const { decision, from } = answer
  redirect(`/coordination/signalements?${new URLSearchParams({ ...(from && { de: from }), fait: decision })}`)
})

function decide(user: CurrentUser, answer: QueueAnswer): Promise<void> {
  const { kind, id, decision, version, take, value, word } = answer
  if (kind !== 'report') return answerProposal(user, answer)
  const values = { ...value, ...(take.includes('status') && { status: 'ARCHIVED' }) }
  return answerReport(user, id, reportStatuses[decision], { version, values, word })
}

/** What she wrote stays, beside what the place says now; sent again, it starts from there. */
function conflictState({ current, version }: VersionConflictError, values: FormValues): Partial<FormState> {
  const now = Object.entries(snapshotOf(current)).map(([field, value]) => [field, fieldWords(field, value)])
  return { values: { ...values, version: [String(version)] }, notes: Object.fromEntries(now), message: conflict }
}

const conflict =
  'La fiche vient de changer. Rien n’est enregistré. Relisez ce qu’elle dit aujourd’hui, puis répondez de nouveau.'
