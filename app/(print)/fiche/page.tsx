import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LanguageSwitcher } from '@/components/site/language-switcher'
import { getLocalPath } from '@/components/site/local-path'
import { Notice } from '@/components/ui/notice'
import { env } from '@/lib/env'
import { localPath } from '@/lib/i18n/path'
import { listTownsAround } from '@/lib/places/sketch/queries'
import { spokenPhone } from '@/lib/places/spoken-phone'
import { readCode, shownCode } from '@/lib/referrals/code'
import { listTaking } from '@/lib/referrals/places/queries'
import { sendPath } from '@/lib/referrals/send-path'
import { chosenPlaces, sheetPath } from '@/lib/sheet/schema'
import { PrintButton } from '../print-button'
import styles from '../sheet.module.css'
import { findChosen } from './find-chosen'
import { Foot } from './foot'
import { PlaceBlock } from './place-block'
import { useVisitWords } from './use-visit-words'
import { VisitSheet } from './visit-sheet'

interface Props {
  searchParams: Promise<{ lieux?: string | string[]; code?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visit'))('title'), robots: { index: false, follow: false } }
}

/** One A4 page for a person: from one to four places, and what her helper writes on it, which stays on this page. */
export default async function VisitPage({ searchParams }: Props) {
  const { lieux, code: given } = await searchParams
  const chosen = await findChosen(chosenPlaces.parse(lieux))
  const code = readCode([given].flat()[0] ?? '')
  const [t, sheet, to, locale] = await Promise.all([
    getTranslations('visit'),
    getTranslations('sheet'),
    getLocalPath(),
    getLocale(),
  ])
  const { places } = chosen
  const [only] = places.length === 1 ? places : []
  const told = code
    ? {
        title: t('code'),
        signs: shownCode(code),
        hint: t('codeHint'),
        line: t('codeLine', { code: shownCode(code) }),
      }
    : null
  const taking = code ? new Set() : await listTaking(places.map(({ id }) => id))
  const towns = await Promise.all(places.map(listTownsAround))
  const at = new Date()
  const urlOf = (path: string) => env().PUBLIC_URL + localPath(locale, path)
  const path = only ? `/lieux/${only.id}` : sheetPath(places.map(({ id }) => id))
  return (
    <main id="contenu" tabIndex={-1} className={styles.page}>
      <nav className={styles.tools} aria-label={sheet('tools')}>
        <a href={to(only ? `/lieux/${only.id}` : '/lieux')}>{only ? sheet('back') : t('find')}</a>
        <LanguageSwitcher />
        {places.length > 0 && (
          <>
            <PrintButton>{sheet('print')}</PrintButton>
            <noscript>{sheet('howToPrint')}</noscript>
          </>
        )}
      </nav>
      <div className={styles.screenOnly}>
        {chosen.isCut && <Notice tone="warning">{t('tooMany')}</Notice>}
        {chosen.isMissing && <Notice tone="warning">{t('gone')}</Notice>}
        {places.length === 0 && <h1>{t('none')}</h1>}
        {places.length > 0 && <p>{t('lead')}</p>}
        {places
          .filter(({ id }) => taking.has(id))
          .map(({ id, name }) => (
            <p key={id}>
              <a className={styles.refer} href={sendPath(id)} hrefLang="fr" rel="nofollow">
                {t('referTo', { name })}
              </a>
            </p>
          ))}
      </div>
      {places.length > 0 && (
        <Visit
          count={places.length}
          services={places.flatMap(({ services }) => services.map(({ service }) => service))}
          url={urlOf(path)}
          code={told}
          places={places.map(({ name, address, postcode, commune, phone }) => ({
            name,
            where: `${address}, ${postcode} ${commune.name}`,
            phone: phone && spokenPhone(phone),
          }))}
          foot={<Foot at={at} url={only ? urlOf(path) : null} place={places[0]} />}
        >
          {places.map((place, index) => (
            <PlaceBlock
              key={place.id}
              place={place}
              number={only ? null : index + 1}
              url={urlOf(`/lieux/${place.id}`)}
              towns={towns[index] ?? []}
              at={at}
            />
          ))}
        </Visit>
      )}
    </main>
  )
}

type VisitProps = Omit<Parameters<typeof VisitSheet>[0], 'words' | 'aims'> & Parameters<typeof useVisitWords>[0]

function Visit({ services, count, ...rest }: VisitProps) {
  return <VisitSheet {...useVisitWords({ services, count })} {...rest} />
}
