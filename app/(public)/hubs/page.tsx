import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { MapPanel } from '@/components/map/map-panel'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { Page } from '@/components/site/page'
import { countPlacesByDepartment, listHubs } from '@/lib/hubs/queries'
import { mapTiles } from '../map-tiles'
import { hubPoint } from './hub-point'
import styles from './hubs.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hubs')
  return { title: t('title'), description: t('lead') }
}

export default async function HubsPage() {
  const t = await getTranslations('hubs')
  const format = await getFormatter()
  const hubs = await listHubs()
  const counts = await countPlacesByDepartment(hubs.flatMap(({ departments }) => departments.map(({ code }) => code)))
  return (
    <Page>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      {hubs.length === 0 && <p>{t('none')}</p>}
      <div className={styles.columns}>
        <ul className={styles.hubs}>
          {hubs.map(({ slug, name, departments }) => (
            <li key={slug}>
              <h2 className={styles.name}>
                <LocalLink href={`/hubs/${slug}`}>
                  <FrenchData>{name}</FrenchData>
                </LocalLink>
              </h2>
              <p>{format.list(departments.map((department) => department.name))}</p>
              <p className={styles.count}>
                {t('places', { count: departments.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0) })}
              </p>
            </li>
          ))}
        </ul>
        <MapPanel tiles={mapTiles()} inView={[]} points={hubs.map(hubPoint)} kinds={['HUB']} />
      </div>
    </Page>
  )
}
