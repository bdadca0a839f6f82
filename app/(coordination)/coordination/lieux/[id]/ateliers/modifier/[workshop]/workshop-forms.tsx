'use client'

import { useTranslations } from 'next-intl'
import type { FormValues } from '@/lib/form-state'
import type { EditableWorkshop } from '@/lib/workshops/queries'
import { PanelForm } from '../../../panel-form'
import { addSessionAction, editWorkshopAction } from '../../../workshop-actions'
import { AboutFields, SessionFields } from '../../../workshop-fields'

interface Props {
  placeId: string
  workshop: EditableWorkshop
}

/** What is said of a workshop, and one more session. */
export function WorkshopForms({ placeId, workshop }: Props) {
  const t = useTranslations('coordination.workshops')
  const hidden = { id: placeId, workshopId: workshop.id }
  return (
    <>
      <PanelForm
        id="seance"
        title={t('addSession')}
        refused={t('addSessionRefused')}
        submit={t('addSession')}
        action={addSessionAction}
        hidden={hidden}
        fields={(state) => <SessionFields state={state} />}
      />
      <PanelForm
        id="atelier"
        title={t('about')}
        refused={t('refused')}
        submit={t('save')}
        action={editWorkshopAction}
        hidden={{ ...hidden, version: String(workshop.version) }}
        values={valuesOf(workshop)}
        fields={(state) => <AboutFields state={state} />}
      />
    </>
  )
}

function valuesOf({ title, service, level, seats, priceCents, bookingUrl, takesPass }: EditableWorkshop): FormValues {
  const said = (value: string | number | null) => (value === null ? [] : [String(value)])
  return {
    title: [title],
    service: [service],
    level: said(level),
    seats: said(seats),
    price: said(priceCents === null ? null : (priceCents / 100).toFixed(2).replace('.', ',').replace(',00', '')),
    booking: said(bookingUrl),
    takesPass: takesPass ? ['on'] : [],
  }
}
