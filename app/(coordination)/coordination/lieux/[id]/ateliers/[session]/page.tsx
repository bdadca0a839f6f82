import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { mayOnPlace } from '@/lib/accounts/permissions'
import { UserError } from '@/lib/errors'
import { localDay } from '@/lib/hours/zone-clock'
import { isUuid } from '@/lib/is-uuid'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { hasBegun } from '@/lib/workshops/attendance/beginning'
import { getSession } from '@/lib/workshops/attendance/queries'
import { requireUser } from '../../../../../require-user'
import { getDone } from '../../done'
import { findPlace } from '../../find-place'
import { RefusedPlace } from '../../refused-place'
import { AttendanceForm } from './attendance-form'
import { SessionForms } from './session-forms'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.session')
  return { title: t('attendance') }
}

/** One session on one screen: who has a seat, who waits, who came, and what may still be changed. */
export default async function SessionPage({
  params,
  searchParams,
}: PageProps<'/coordination/lieux/[id]/ateliers/[session]'>) {
  const [{ id, session: sessionId }, { fait }] = await Promise.all([params, searchParams])
  const path = `/ateliers/${sessionId}`
  const [user, place, t, workshops, format, done] = await Promise.all([
    requireUser(`/coordination/lieux/${id}${path}`),
    findPlace(id, path),
    getTranslations('coordination.session'),
    getTranslations('coordination.workshops'),
    getFormatter(),
    getDone(fait),
  ])
  if (place instanceof UserError) return <RefusedPlace reason={place.message} />
  const { departmentCode } = place.commune
  const mayEdit = mayOnPlace(user, 'edit', { id, departmentCode })
  const held = mayEdit && isUuid(sessionId) ? await getSession(user, id, sessionId) : null
  if (!held) notFound()
  const { session, seats } = held
  const timeZone = timeZoneOf(departmentCode)
  const clock = (at: Date) => format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const now = new Date()
  return (
    <Page>
      <p>
        <a href={`/coordination/lieux/${id}/ateliers`}>{workshops('backTo')}</a> ·{' '}
        <a href={`/coordination/lieux/${id}/ateliers/modifier/${session.workshopId}`}>{workshops('editTitle')}</a>
      </p>
      <h1>{session.title}</h1>
      <p>
        <strong>
          {t('title', { when: format.dateTime(session.startsAt, { dateStyle: 'full', timeStyle: 'short', timeZone }) })}
        </strong>
      </p>
      {done && (
        <Notice tone="success" role="status">
          <p>{done}</p>
        </Notice>
      )}
      {session.isCancelled && (
        <Notice tone="warning">
          <p>{t('isCancelled')}</p>
        </Notice>
      )}
      {session.isCycle && <p>{t('ofCycle')}</p>}
      <p>
        {[
          t('booked', { count: session.booked }),
          t('waiting', { count: session.waiting }),
          session.seatsLeft !== null && t('left', { count: session.seatsLeft }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!session.isCancelled && (
        <AttendanceForm
          key={JSON.stringify([session.walkIns, seats])}
          placeId={id}
          session={session}
          seats={seats}
          hasBegun={hasBegun(session.startsAt, now)}
        />
      )}
      {!session.isCancelled && session.endsAt > now && (
        <SessionForms
          key={`${session.version} ${session.otherSeats}`}
          placeId={id}
          session={session}
          times={{
            date: [localDay(timeZone, session.startsAt)],
            starts: [clock(session.startsAt)],
            ends: [clock(session.endsAt)],
          }}
        />
      )}
    </Page>
  )
}
