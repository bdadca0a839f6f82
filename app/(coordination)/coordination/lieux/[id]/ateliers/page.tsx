import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { mayOnPlace } from '@/lib/accounts/permissions'
import { UserError } from '@/lib/errors'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { listWorkshops } from '@/lib/workshops/queries'
import { requireUser } from '../../../../require-user'
import { getDone } from '../done'
import { findPlace } from '../find-place'
import { RefusedPlace } from '../refused-place'
import { SectionNav } from '../section-nav'
import { WorkshopsPanel } from '../workshops-panel'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.workshops')
  return { title: t('title') }
}

export default async function WorkshopsPage({ params, searchParams }: PageProps<'/coordination/lieux/[id]/ateliers'>) {
  const [{ id }, { fait }] = await Promise.all([params, searchParams])
  const [user, place, t, done] = await Promise.all([
    requireUser(`/coordination/lieux/${id}/ateliers`),
    findPlace(id, '/ateliers'),
    getTranslations('coordination'),
    getDone(fait),
  ])
  if (place instanceof UserError) return <RefusedPlace reason={place.message} />
  const { departmentCode } = place.commune
  return (
    <Page>
      <SectionNav place={place} current="ateliers" />
      <h1>{t('workshops.short')}</h1>
      {done && (
        <Notice tone="success" role="status">
          <p>{done}</p>
        </Notice>
      )}
      {mayOnPlace(user, 'edit', { id, departmentCode }) ? (
        <WorkshopsPanel
          placeId={id}
          workshops={await listWorkshops(id, new Date())}
          timeZone={timeZoneOf(departmentCode)}
        />
      ) : (
        <Notice>
          <p>{t('readOnly')}</p>
        </Notice>
      )}
    </Page>
  )
}
