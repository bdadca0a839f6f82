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

/** The workshops to come, each with the way to its next sessions. */
export function WorkshopsPanel({ placeId, workshops, timeZone }: Props) {
  const t = useTranslations('coordination.workshops')
  return (
    <ListPanel
      id="ateliers"
      words={usePanelWords('workshops')}
      placeId={placeId}
      items={workshops.map((workshop) => ({
        id: workshop.id,
        content: <WorkshopLine placeId={placeId} workshop={workshop} timeZone={timeZone} />,
        removeLabel: t('removeThis', { title: workshop.title }),
      }))}
      itemName="workshopId"
      remove={removeWorkshopAction}
      add={addWorkshopAction}
      fields={(state) => <WorkshopFields state={state} />}
    />
  )
}

/** The next ones: the rest is on the page of the workshop. */
const shownAtOnce = 4

function WorkshopLine({ placeId, workshop, timeZone }: Omit<Props, 'workshops'> & { workshop: ListedWorkshop }) {
  const t = useTranslations('coordination.workshops')
  const format = useFormatter()
  const { id, title, isCycle, sessions } = workshop
  const page = `/coordination/lieux/${placeId}/ateliers`
  const more = sessions.length - shownAtOnce
  return (
    <>
      <strong>{title}</strong>
      {isCycle && ` (${t('isCycle')})`}
      {sessions.slice(0, shownAtOnce).map((session) => (
        <span key={session.id}>
          {' · '}
          <a href={`${page}/${session.id}`}>
            {format.dateTime(session.startsAt, { dateStyle: 'medium', timeStyle: 'short', timeZone })}
          </a>
          {session.cancelledAt && ` (${t('cancelled')})`}
        </span>
      ))}
      {more > 0 && ` · ${t('moreSessions', { count: more })}`}
      {' · '}
      <a href={`${page}/modifier/${id}`} aria-label={t('changeThis', { title })}>
        {t('change')}
      </a>
    </>
  )
}
