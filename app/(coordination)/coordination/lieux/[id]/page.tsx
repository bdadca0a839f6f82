import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { mayOnPlace } from '@/lib/accounts/permissions'
import { UserError } from '@/lib/errors'
import { listRevisions } from '@/lib/places/back-office/queries'
import { qualityOf } from '@/lib/places/quality/quality'
import { listWorkshops } from '@/lib/workshops/queries'
import { requireUser } from '../../../require-user'
import { getDone } from './done'
import { findPlace } from './find-place'
import { readHoursPreview } from './hours-preview'
import { QualityPanel } from './quality-panel'
import { RefusedPlace } from './refused-place'
import { RevisionList } from './revision-list'
import { SectionList } from './section-list'
import { StatusPanel } from './status-panel'

type Props = PageProps<'/coordination/lieux/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const place = await findPlace((await params).id)
  const t = await getTranslations('coordination')
  return { title: place instanceof UserError ? t('places') : place.name }
}

/** A place at a glance: where it stands, what it lacks, what each section says, what happened to it. */
export default async function PlacePage({ params, searchParams }: Props) {
  const [{ id }, { fait }] = await Promise.all([params, searchParams])
  const [user, place, t, done] = await Promise.all([
    requireUser(`/coordination/lieux/${id}`),
    findPlace(id),
    getTranslations('coordination'),
    getDone(fait),
  ])
  if (place instanceof UserError) return <RefusedPlace reason={place.message} />
  const now = new Date()
  const scope = { id, departmentCode: place.commune.departmentCode }
  const mayEdit = mayOnPlace(user, 'edit', scope)
  const hours = readHoursPreview(place.openingHours, scope.departmentCode)
  const [revisions, workshops] = await Promise.all([listRevisions(user, id), listWorkshops(id, now)])
  return (
    <Page>
      <p>
        <a href="/coordination/lieux">{t('backToPlaces')}</a>
      </p>
      <h1>{place.name}</h1>
      {done && (
        <Notice tone="success" role="status">
          <p>{done}</p>
        </Notice>
      )}
      {hours === 'unreadable' && (
        <Notice tone="warning">
          <p>{t('place.hoursUnreadable')}</p>
        </Notice>
      )}
      {!mayEdit && (
        <Notice>
          <p>{t('readOnly')}</p>
        </Notice>
      )}
      <StatusPanel place={place} mayPublish={mayOnPlace(user, 'publish', scope)} />
      <QualityPanel placeId={id} quality={qualityOf(place, now)} mayEdit={mayEdit} />
      <SectionList place={place} hours={hours} workshops={workshops.map(({ title }) => title)} mayEdit={mayEdit} />
      <RevisionList revisions={revisions} place={{ id, version: place.version }} mayEdit={mayEdit} />
    </Page>
  )
}
