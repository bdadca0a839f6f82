'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { findLikely } from '@/lib/duplicates/queries'
import { formAction } from '@/lib/form-action'
import { type FormState, type FormValues, firstValue } from '@/lib/form-state'
import { getPlaceForEdit } from '@/lib/places/back-office/queries'
import { editableOf } from '@/lib/places/editable-place'
import { returnToVersion, undoChange } from '@/lib/places/history/mutations'
import { createPlace, setPlaceStatus, updatePlaceSection } from '@/lib/places/mutations'
import { addressOdditiesOf, pivotOdditiesOf } from '@/lib/places/oddities/queries'
import { historyRequest, newPlaceRequest, type PlaceInput, sectionRequest, statusChange } from '@/lib/places/schema'
import type { Section } from '@/lib/places/sections'
import { snapshotOf } from '@/lib/places/snapshot'
import { mergeForms, withChoices } from '@/lib/places/three-way'
import { VersionConflictError } from '@/lib/places/version-conflict'
import { precisions } from '@/lib/places/words'
import { getCommune } from '@/lib/territory/queries'
import { completeAddress } from './place-form/complete-address'
import { sectionValues } from './place-form/section-values'

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
  { prepare: completeAddress },
)

export const saveSectionAction = formAction(
  sectionRequest,
  async (request, user, values) => {
    if (request.intent === 'locate') return located(values)
    const { intent, id, version, why, section, ...input } = request
    const oddities = intent === 'confirm' ? [] : await odditiesOf(user, request)
    if (oddities.length > 0) return { tone: 'warning', oddities }
    try {
      await updatePlaceSection(user, id, version, section, input, why)
    } catch (error) {
      if (error instanceof VersionConflictError) return conflicting(error, section, values)
      throw error
    }
    refresh()
    return saved(user, id, section)
  },
  {
    prepare: async (sent) => {
      const values = withChoices(sent)
      return firstValue(values, 'section') === 'address' ? completeAddress(values) : values
    },
  },
)

export const setPlaceStatusAction = formAction(
  statusChange,
  async ({ id, version, why, status }, user: CurrentUser) => {
    await setPlaceStatus(user, id, version, status, why)
    redirect(`/coordination/lieux/${id}?fait=${status.toLowerCase()}`)
  },
)

export const historyAction = formAction(historyRequest, async ({ intent, ...request }, user) => {
  const change = intent === 'undo' ? undoChange : returnToVersion
  await change(user, request)
  redirect(`/coordination/lieux/${request.id}?fait=${intent === 'undo' ? 'annulation' : 'retour'}`)
})

/** A place to add, as it is compared with those that are there. */
function likelyAs(input: PlaceInput): Parameters<typeof findLikely>[0] {
  return { ...input, isApproximate: input.precision !== 'SURVEYED' && input.precision !== 'ADDRESS' }
}

/** What may be wrong of what she typed, and may be true. */
async function odditiesOf(user: CurrentUser, request: { section: Section; id: string } & Partial<PlaceInput>) {
  if (request.section === 'address') return addressOdditiesOf(request as PlaceInput)
  return request.section === 'identity' && request.pivot ? pivotOdditiesOf(user, request.pivot, request.id) : []
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

/** The section as it now is: what was typed may have been rewritten, as phone numbers are. */
async function saved(user: CurrentUser, id: string, section: Section): Promise<Partial<FormState>> {
  const [t, place] = await Promise.all([getTranslations('coordination'), getPlaceForEdit(user, id)])
  const values = sectionValues(section, snapshotOf(editableOf(place)), place.commune)
  return {
    tone: 'success',
    message: t('done.modification'),
    values: { ...values, version: [String(place.version)] },
  }
}

/** Hers and theirs together in the form; she looks and chooses, then saves again. */
async function conflicting(error: VersionConflictError, section: Section, values: FormValues) {
  const t = await getTranslations('coordination')
  const formOf = async (place: typeof error.started) => {
    const commune = await getCommune(String(place.communeCode))
    return sectionValues(section, place, commune ?? { name: '', departmentCode: '' })
  }
  const merged = mergeForms(await formOf(error.started), await formOf(snapshotOf(error.current)), values)
  return {
    tone: 'warning' as const,
    message: t(merged.conflicts.length > 0 ? 'place.conflict' : 'place.conflictMerged'),
    conflicts: merged.conflicts,
    values: { ...merged.values, version: [String(error.version)] },
  }
}
