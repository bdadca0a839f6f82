import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { mayOnPlace } from '@/lib/accounts/permissions'
import { env } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { localDay } from '@/lib/hours/zone-clock'
import { getPlaceForEdit, listRevisions } from '@/lib/places/back-office/queries'
import { listClosures } from '@/lib/places/closures/queries'
import { editableOf, type StoredPlace } from '@/lib/places/editable-place'
import { placeFormValues } from '@/lib/places/form-values'
import { snapshotOf } from '@/lib/places/snapshot'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { listWorkshops } from '@/lib/workshops/queries'
import { requireUser } from '../../../require-user'
import { updatePlaceAction } from '../actions'
import { PlaceForm } from '../place-form/place-form'
import { ClosuresPanel } from './closures-panel'
import { readHoursPreview } from './hours-preview'
import { RevisionList } from './revision-list'
import { StatusPanel } from './status-panel'
import { WorkshopsPanel } from './workshops-panel'

/** The place, or why it may not be seen. */
const findPlace = cache(async (id: string): Promise<StoredPlace | UserError> => {
  const user = await requireUser(`/coordination/lieux/${id}`)
  try {
    return await getPlaceForEdit(user, id)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
})

export async function generateMetadata({ params }: PageProps<'/coordination/lieux/[id]'>): Promise<Metadata> {
  const place = await findPlace((await params).id)
  const t = await getTranslations('coordination')
  return { title: place instanceof UserError ? t('places') : place.name }
}

export default async function EditPlacePage({ params, searchParams }: PageProps<'/coordination/lieux/[id]'>) {
  const [{ id }, { fait }] = await Promise.all([params, searchParams])
  const [user, place, t] = await Promise.all([
    requireUser(`/coordination/lieux/${id}`),
    findPlace(id),
    getTranslations('coordination'),
  ])
  if (place instanceof UserError) {
    return (
      <Page width="text">
        <h1>{t('forbidden')}</h1>
        <Notice tone="warning">
          <p>{place.message}</p>
        </Notice>
        <p>
          <a href="/coordination/lieux">{t('backToPlaces')}</a>
        </p>
      </Page>
    )
  }
  const { TILES_URL, TILES_ATTRIBUTION } = env()
  const scope = { id, departmentCode: place.commune.departmentCode }
  const today = localDay(timeZoneOf(scope.departmentCode), new Date())
  const hours = readHoursPreview(place.openingHours, place.commune.departmentCode)
  const done = typeof fait === 'string' && t.has(`done.${fait}` as 'done.ajout') ? fait : null
  return (
    <Page>
      <p>
        <a href="/coordination/lieux">{t('backToPlaces')}</a>
      </p>
      <h1>{place.name}</h1>
      {done && (
        <Notice tone="success" role="status">
          <p>{t(`done.${done}` as 'done.ajout')}</p>
        </Notice>
      )}
      {hours === 'unreadable' && (
        <Notice tone="warning">
          <p>{t('place.hoursUnreadable')}</p>
        </Notice>
      )}
      <StatusPanel place={place} mayPublish={mayOnPlace(user, 'publish', scope)} />
      {mayOnPlace(user, 'edit', scope) ? (
        <PlaceForm
          key={place.version}
          action={updatePlaceAction}
          initial={placeFormValues(snapshotOf(editableOf(place)), place.commune.name)}
          tiles={{ url: TILES_URL, attribution: TILES_ATTRIBUTION }}
          id={place.id}
          version={place.version}
          hoursPreview={hours === 'unreadable' ? null : hours}
        />
      ) : (
        <Notice>
          <p>{t('readOnly')}</p>
        </Notice>
      )}
      {mayOnPlace(user, 'edit', scope) && (
        <ClosuresPanel placeId={id} closures={await listClosures(id, today)} today={today} />
      )}
      {mayOnPlace(user, 'edit', scope) && (
        <WorkshopsPanel
          placeId={id}
          workshops={await listWorkshops(id, new Date())}
          timeZone={timeZoneOf(scope.departmentCode)}
        />
      )}
      <RevisionList
        revisions={await listRevisions(user, id)}
        place={{ id, version: place.version }}
        mayEdit={mayOnPlace(user, 'edit', scope)}
      />
    </Page>
  )
}
