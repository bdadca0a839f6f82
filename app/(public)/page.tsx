import { useTranslations } from 'next-intl'
import { GuideEntry } from '@/components/need/guide-entry'
import { NeedField } from '@/components/need/need-field'
import { WorkshopEntry } from '@/components/need/workshop-entry'
import { NeedButtons } from '@/components/place/need-buttons'
import { useLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'
import { Button } from '@/components/ui/button'
import { WhereField } from '@/components/where/where-field'
import styles from './home.module.css'
import { Neighbourhood } from './neighbourhood'

export default function Home() {
  const t = useTranslations('home')
  const need = useTranslations('need')
  const to = useLocalPath()
  return (
    <Page>
      <search>
        <form action={to('/lieux')}>
          <div className={styles.hero}>
            <div>
              <h1 className={styles.title}>{t('title')}</h1>
              <p className={styles.lead}>{t('lead')}</p>
              <WhereField />
            </div>
            <Neighbourhood className={styles.picture} />
          </div>
          <h2>{t('needTitle')}</h2>
          <p className={styles.hint}>{t('needHint')}</p>
          <div className={styles.need}>
            <NeedField />
            <Button variant="secondary">{need('submit')}</Button>
          </div>
          <NeedButtons />
          <GuideEntry />
          <WorkshopEntry />
        </form>
      </search>
    </Page>
  )
}
