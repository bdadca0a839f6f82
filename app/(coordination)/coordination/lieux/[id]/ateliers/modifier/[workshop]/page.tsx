import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { mayOnPlace } from '@/lib/accounts/permissions'
import { UserError } from '@/lib/errors'
import { isUuid } from '@/lib/is-uuid'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { getWorkshop } from '@/lib/workshops/queries'
import { requireUser } from '../../../../../../require-user'
import { getDone } from '../../../done'
import { findPlace } from '../../../find-place'
import { RefusedPlace } from '../../../refused-place'
import { WorkshopForms } from './workshop-forms'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.workshops')
  return { title: t('editTitle') }
}

/** A workshop of a place: what is said of it, and its sessions one by one. */
export default async function WorkshopPage({
  params,
  searchParams,
}: PageProps<'/coordination/lieux/[id]/ateliers/modifier/[workshop]'>) {
  const [{ id, workshop: workshopId }, { fait }] = await Promise.all([params, searchParams])
  const path = `/ateliers/modifier/${workshopId}`
  const [user, place, t, format, done] = await Promise.all([
    requireUser(`/coordination/lieux/${id}${path}`),
    findPlace(id, path),
    getTranslations('coordination.workshops'),
    getFormatter(),
    getDone(fait),
  ])
  if (place instanceof UserError) return <RefusedPlace reason={place.message} />
  const { departmentCode } = place.commune
  const mayEdit = mayOnPlace(user, 'edit', { id, departmentCode })
  const workshop = mayEdit && isUuid(workshopId) ? await getWorkshop(id, workshopId) : null
  if (!workshop) notFound()
  const timeZone = timeZoneOf(departmentCode)
  return (
    <Page>
      <p>
        <a href={`/coordination/lieux/${id}/ateliers`}>{t('backTo')}</a>
      </p>
      <h1>{workshop.title}</h1>
      {done && (
        <Notice tone="success" role="status">
          <p>{done}</p>
        </Notice>
      )}
      <h2>{t('sessions')}</h2>
      <p>{t('sessionsHint')}</p>
      <ul>
        {workshop.sessions.map(({ id: sessionId, startsAt, cancelledAt }) => (
          <li key={sessionId}>
            <a href={`/coordination/lieux/${id}/ateliers/${sessionId}`}>
              {format.dateTime(startsAt, { dateStyle: 'full', timeStyle: 'short', timeZone })}
            </a>
            {cancelledAt && ` (${t('cancelled')})`}
          </li>
        ))}
      </ul>
      <WorkshopForms key={`${workshop.version} ${workshop.sessions.length}`} placeId={id} workshop={workshop} />
    </Page>
  )
}
