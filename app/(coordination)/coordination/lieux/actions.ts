'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { findLikely } from '@/lib/duplicates/queries'
import { formAction } from '@/lib/form-action'
import { type FormState, type FormValues, firstValue } from '@/lib/form-state'
import { placeFormValues } from '@/lib/places/form-values'
import { returnToVersion, undoChange } from '@/lib/places/history/mutations'
import { createPlace, setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import { historyRequest, newPlaceRequest, type PlaceInput, placeEditRequest, statusChange } from '@/lib/places/schema'
import { snapshotOf } from '@/lib/places/snapshot'
import { mergeForms } from '@/lib/places/three-way'
import { VersionConflictError } from '@/lib/places/version-conflict'
import { precisions } from '@/lib/places/words'
import { getCommune } from '@/lib/territory/queries'
import { completeAddress } from './place-form/complete-address'

const prepare = completeAddress

export const createPlaceAction = formAction(
  newPlaceRequest,
  async (request, user, values) => {
    if (request.intent === 'locate') return located(values)
    const { intent, ...input } = request
    const candidates = intent === 'add' ? [] : await findLikely(likelyAs(input))
    if (candidates.length > 0) return { tone: 'warning', candidates }
    const { id } = await createPlace(user, input)
    redirect(`/coordination/lieux/${id}?fait=ajout`)
  },
  { prepare },
)

export const updatePlaceAction = formAction(
  placeEditRequest,
  async (request, user, values) => {
    if (request.intent === 'locate') return located(values)
    const { intent: _, id, version, ...input } = request
    try {
      await updatePlace(user, id, version, input)
    } catch (error) {
      if (error instanceof VersionConflictError) return conflicting(error, values)
      throw error
    }
    redirect(`/coordination/lieux/${id}?fait=modification`)
  },
  { prepare },
)

export const setPlaceStatusAction = formAction(statusChange, async ({ id, version, status }, user: CurrentUser) => {
  await setPlaceStatus(user, id, version, status)
  redirect(`/coordination/lieux/${id}?fait=${status.toLowerCase()}`)
})

export const historyAction = formAction(historyRequest, async ({ intent, ...request }, user) => {
  const change = intent === 'undo' ? undoChange : returnToVersion
  await change(user, request)
  redirect(`/coordination/lieux/${request.id}?fait=${intent === 'undo' ? 'annulation' : 'retour'}`)
})

/** A place to add, as it is compared with those that are there. */
function likelyAs(input: PlaceInput): Parameters<typeof findLikely>[0] {
  return { ...input, isApproximate: input.precision !== 'SURVEYED' && input.precision !== 'ADDRESS' }
}

/** How well the address was found, beside the position. */
async function located(values: FormValues): Promise<Partial<FormState>> {
  const t = await getTranslations('coordination')
  if (firstValue(values, 'communeCode') === '') return { message: t('place.communeNotFound') }
  const precision = firstValue(values, 'precision') as keyof typeof precisions
  return {
    tone: precision === 'ADDRESS' ? 'success' : 'warning',
    message: t(precision === 'ADDRESS' ? 'place.located' : 'place.locatedRoughly', {
      precision: precisions[precision] ?? '',
    }),
  }
}

/** Hers and theirs together in the form; she looks, then saves again. */
async function conflicting(error: VersionConflictError, values: FormValues): Promise<Partial<FormState>> {
  const t = await getTranslations('coordination')
  const nameOf = async (code: unknown) => (await getCommune(String(code)))?.name ?? ''
  const [before, now] = [error.started, snapshotOf(error.current)]
  const merged = mergeForms(
    placeFormValues(before, await nameOf(before.communeCode)),
    placeFormValues(now, await nameOf(now.communeCode)),
    values,
  )
  return {
    tone: 'warning',
    message: merged.conflicts.length > 0 ? t('place.conflict') : t('place.conflictMerged'),
    conflicts: merged.conflicts,
    values: { ...merged.values, version: [String(error.version)] },
  }
}
