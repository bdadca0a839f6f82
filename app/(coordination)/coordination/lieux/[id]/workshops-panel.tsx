'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ListedWorkshop } from '@/lib/workshops/queries'
import { ListPanel } from './list-panel'
import { usePanelWords } from './use-panel-words'
import { addWorkshopAction, removeWorkshopAction } from './workshop-actions'
import { WorkshopFields } from './workshop-fields'

interface Props {
  placeId: string
  workshops: readonly ListedWorkshop[]
  timeZone: string
}

/** The workshops to come. */
export function WorkshopsPanel({ placeId, workshops, timeZone }: Props) {
  const t = useTranslations('coordination.workshops')
  const format = useFormatter()
  return (
    <ListPanel
      id="ateliers"
      words={usePanelWords('workshops')}
      placeId={placeId}
      items={workshops.map(({ id, title, sessions }) => ({
        id,
        content: (
          <>
            <strong>{title}</strong> ·{' '}
            {sessions
              .map(({ startsAt }) => format.dateTime(startsAt, { dateStyle: 'medium', timeStyle: 'short', timeZone }))
              .join(' · ')}
          </>
        ),
        removeLabel: t('removeThis', { title }),
      }))}
      itemName="workshopId"
      remove={removeWorkshopAction}
      add={addWorkshopAction}
      fields={(state) => <WorkshopFields state={state} />}
    />
  )
}
