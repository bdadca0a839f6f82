import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getFormatter, getMessages, getTranslations } from 'next-intl/server'
import { getLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { env } from '@/lib/env'
import { listHubsOf } from '@/lib/hubs/queries'
import { sealForm } from '@/lib/reports/form-seal'
import { reportForm } from '@/lib/reports/mutations'
import { findPlace, type PlaceProps } from '../find-place'
import { ReportForm } from './report-form'

type Props = PlaceProps & { searchParams: Promise<{ merci?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report')
  return { title: t('title'), robots: { index: false, follow: false } }
}

/** "Signaler une erreur", then thanks and what happens next. */
export default async function ReportPage({ params, searchParams }: Props) {
  const [{ id, name, commune }, { merci }] = await Promise.all([findPlace(params, '/signaler'), searchParams])
  const [{ report }, t, to, hubs] = await Promise.all([
    getMessages(),
    getTranslations('report'),
    getLocalPath(),
    listHubsOf(commune.departmentCode),
  ])
  const reader =
    hubs.length > 0
      ? t('readByHub', { hub: (await getFormatter()).list(hubs.map((hub) => hub.name)) })
      : t('readByTeam')
  return (
    <Page width="text">
      <Breadcrumb steps={[{ label: name, href: to(`/lieux/${id}`) }]} />
      <h1>{merci === undefined ? t('title') : t('thanks')}</h1>
      {merci === undefined ? (
        <NextIntlClientProvider messages={{ report }}>
          <ReportForm placeId={id} seal={sealForm(env().SECRET, reportForm(id))} />
          <p>{reader}</p>
        </NextIntlClientProvider>
      ) : (
        <Notice tone="success" role="status">
          <p>
            {t('received')} {reader}
          </p>
          <p>
            <a href={to(`/lieux/${id}`)}>{t('back')}</a>
          </p>
        </Notice>
      )}
    </Page>
  )
}
