'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import type { UnconfirmedPlace } from '@/lib/freshness/queries'
import { confirmListingAction } from './actions'

/** "La fiche est juste", said by a coordinator who has checked. */
export function ConfirmListingForm({ place, labelledBy }: { place: UnconfirmedPlace; labelledBy: string }) {
  const t = useTranslations('coordination.freshness')
  const [state, action, isPending] = useActionState(confirmListingAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refused')} id={`confirmer-${place.id}`} />
      <input type="hidden" name="id" value={place.id} />
      <input type="hidden" name="version" value={place.version} />
      <Button variant="secondary" disabled={isPending} aria-describedby={labelledBy}>
        {t(place.reason === 'held' ? 'confirmHeld' : 'confirm')}
      </Button>
    </form>
  )
}
