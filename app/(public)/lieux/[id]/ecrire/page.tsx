import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { findPlace, type PlaceProps } from '../find-place'
import styles from '../place.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('place')
  return { title: t('writeTitle'), robots: { index: false, follow: false } }
}

/** The mail addresses of a place, on a page that no link leads to. */
export default async function WritePage({ params }: PlaceProps) {
  const [{ id, name, emails }, t, to] = await Promise.all([
    findPlace(params, '/ecrire'),
    getTranslations('place'),
    getLocalPath(),
  ])
  return (
    <Page width="text">
      <Breadcrumb steps={[{ label: name, href: to(`/lieux/${id}`) }]} />
      <h1>{t('writeTitle')}</h1>
      {emails.length === 0 && <p>{t('noEmail')}</p>}
      <ul className={styles.links}>
        {emails.map((email) => (
          <li key={email}>
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
