import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { findPlace, type PlaceProps } from '@/app/(public)/lieux/[id]/find-place'
import { getLocalPath } from '@/components/site/local-path'
import { ButtonLink } from '@/components/ui/button'
import { env } from '@/lib/env'
import { localPath } from '@/lib/i18n/path'
import { listTownsAround } from '@/lib/places/sketch/queries'
import { sketchOf } from '@/lib/places/sketch/sketch'
import { qrCode } from '@/lib/qr-code'
import { sheetPath } from '@/lib/sheet/schema'
import { PrintButton } from '../../../print-button'
import styles from '../../../sheet.module.css'
import { Sheet } from './sheet'

type Props = PlaceProps & { searchParams: Promise<{ grand?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([findPlace(params, '/fiche'), getTranslations('sheet')])
  return { title: t('title', { name }), robots: { index: false, follow: false } }
}

/** A place on one A4 page, in ordinary or in large type. */
export default async function SheetPage({ params, searchParams }: Props) {
  const [place, { grand }] = await Promise.all([findPlace(params, '/fiche'), searchParams])
  const [t, visit, to, locale, towns] = await Promise.all([
    getTranslations('sheet'),
    getTranslations('visit'),
    getLocalPath(),
    getLocale(),
    listTownsAround(place),
  ])
  const isLarge = grand === 'oui'
  const path = `/lieux/${place.id}`
  const url = env().PUBLIC_URL + localPath(locale, path)
  return (
    <main id="contenu" tabIndex={-1} className={styles.page}>
      <nav className={styles.tools} aria-label={t('tools')}>
        <a href={to(path)}>{t('back')}</a>
        <ButtonLink variant="secondary" href={to(isLarge ? `${path}/fiche` : `${path}/fiche?grand=oui`)} rel="nofollow">
          {t(isLarge ? 'ordinary' : 'large')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={to(sheetPath([place.id]))} rel="nofollow">
          {visit('prepare')}
        </ButtonLink>
        <PrintButton>{t('print')}</PrintButton>
        <noscript>{t('howToPrint')}</noscript>
      </nav>
      <Sheet
        place={place}
        isLarge={isLarge}
        url={url}
        code={qrCode(url)}
        sketch={sketchOf(place, towns)}
        centre={towns.find(({ code }) => code === place.communeCode) ?? null}
        at={new Date()}
      />
    </main>
  )
}
