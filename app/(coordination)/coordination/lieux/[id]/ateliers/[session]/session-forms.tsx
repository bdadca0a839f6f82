'use client'

import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { TextInput } from '@/components/ui/text-input'
import { type FormValues, firstValue } from '@/lib/form-state'
import type { HeldSession } from '@/lib/workshops/attendance/queries'
import { PanelForm } from '../../panel-form'
import { cancelSessionAction, moveSessionAction, otherSeatsAction } from '../../workshop-actions'
import { SessionFields } from '../../workshop-fields'

interface Props {
  placeId: string
  session: HeldSession
  /** On the place's own clock, as the fields of the form */
  times: FormValues
}

/** What may still be changed of a session to come. */
export function SessionForms({ placeId, session, times }: Props) {
  const t = useTranslations('coordination.session')
  const hidden = { id: placeId, workshopId: session.workshopId, sessionId: session.id }
  const versioned = { ...hidden, version: String(session.version) }
  return (
    <>
      <PanelForm
        key={session.otherSeats}
        id="autres-places"
        title={t('otherSeats')}
        hint={session.isCycle ? `${t('otherSeatsHint')} ${t('otherSeatsCycle')}` : t('otherSeatsHint')}
        refused={t('otherSeatsRefused')}
        submit={t('saveOtherSeats')}
        action={otherSeatsAction}
        hidden={hidden}
        values={{ otherSeats: [String(session.otherSeats)], shownOtherSeats: [String(session.otherSeats)] }}
        fields={({ errors, values }) => (
          <>
            <input type="hidden" name="shownOtherSeats" value={firstValue(values, 'shownOtherSeats')} />
            <TextInput
              name="otherSeats"
              type="number"
              min={0}
              max={1000}
              label={t('fields.otherSeats')}
              error={errors.otherSeats}
              defaultValue={firstValue(values, 'otherSeats')}
            />
          </>
        )}
      />
      <PanelForm
        id="deplacer"
        title={t('move')}
        hint={t('moveHint')}
        refused={t('moveRefused')}
        submit={t('move')}
        action={moveSessionAction}
        hidden={versioned}
        values={times}
        fields={(state) => <SessionFields state={state} />}
      />
      <Disclosure summary={t('cancel')}>
        <PanelForm
          id="annuler"
          title={t('cancel')}
          hint={t('cancelHint')}
          refused={t('cancelRefused')}
          submit={t('cancelSure')}
          variant="danger"
          action={cancelSessionAction}
          hidden={versioned}
        />
      </Disclosure>
    </>
  )
}
