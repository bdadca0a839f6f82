import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { UserError } from '@/lib/errors'
import { getPlacePreview } from '@/lib/places/queries'
import { PlaceView } from '../../../../../(public)/lieux/[id]/place-view'
import { requireUser } from '../../../../require-user'
import { findPlace } from '../find-place'
import { RefusedPlace } from '../refused-place'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.place')
  return { title: t('preview'), robots: { index: false } }
}

/** A place as citizens see it, or will. */
export default async function PreviewPage({ params }: PageProps<'/coordination/lieux/[id]/apercu'>) {
  const { id } = await params
  const [user, place, t] = await Promise.all([
    requireUser(`/coordination/lieux/${id}/apercu`),
    findPlace(id, '/apercu'),
    getTranslations('coordination.place'),
  ])
  if (place instanceof UserError) return <RefusedPlace reason={place.message} />
  return (
    <Page>
      <Notice>
        <p>
          {t('previewText')} <a href={`/coordination/lieux/${id}`}>{t('backTo', { name: place.name })}</a>
        </p>
      </Notice>
      <PlaceView place={await getPlacePreview(user, id)} at={new Date()} />
    </Page>
  )
}
