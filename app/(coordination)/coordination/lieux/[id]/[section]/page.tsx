import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { mayOnPlace } from '@/lib/accounts/permissions'
import { env } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { editableOf } from '@/lib/places/editable-place'
import { sectionAt } from '@/lib/places/sections'
import { snapshotOf } from '@/lib/places/snapshot'
import { requireUser } from '../../../../require-user'
import { SectionForm } from '../../place-form/section-form'
import { sectionValues } from '../../place-form/section-values'
import { getDone } from '../done'
import { findPlace } from '../find-place'
import { RefusedPlace } from '../refused-place'
import { SectionNav } from '../section-nav'
import { CopyServices } from './copy-services'
import { HoursAside } from './hours-aside'
import { readCopy } from './read-copy'

type Props = PageProps<'/coordination/lieux/[id]/[section]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, section: slug } = await params
  const section = sectionAt(slug)
  if (!section) notFound()
  const place = await findPlace(id, `/${slug}`)
  const t = await getTranslations('coordination')
  return { title: place instanceof UserError ? t('places') : `${t(`sections.${section}`)}, ${place.name}` }
}

export default async function SectionPage({ params, searchParams }: Props) {
  const [{ id, section: slug }, query] = await Promise.all([params, searchParams])
  const section = sectionAt(slug)
  if (!section) notFound()
  const [user, place, t, done] = await Promise.all([
    requireUser(`/coordination/lieux/${id}/${slug}`),
    findPlace(id, `/${slug}`),
    getTranslations('coordination'),
    getDone(query.fait),
  ])
  if (place instanceof UserError) return <RefusedPlace reason={place.message} />
  const mayEdit = mayOnPlace(user, 'edit', { id, departmentCode: place.commune.departmentCode })
  const { TILES_URL, TILES_ATTRIBUTION } = env()
  const copy = section === 'services' && mayEdit ? await readCopy(user, place, query) : null
  return (
    <Page>
      <SectionNav place={place} current={slug} />
      <h1>{t(`sections.${section}`)}</h1>
      {done && (
        <Notice tone="success" role="status">
          <p>{done}</p>
        </Notice>
      )}
      {copy && <CopyServices placeId={id} copy={copy} />}
      {mayEdit ? (
        <SectionForm
          section={section}
          id={id}
          version={place.version}
          initial={copy?.values ?? sectionValues(section, snapshotOf(editableOf(place)), place.commune)}
          tiles={{ url: TILES_URL, attribution: TILES_ATTRIBUTION }}
        />
      ) : (
        <Notice>
          <p>{t('readOnly')}</p>
        </Notice>
      )}
      {section === 'hours' && <HoursAside place={place} mayEdit={mayEdit} />}
    </Page>
  )
}
