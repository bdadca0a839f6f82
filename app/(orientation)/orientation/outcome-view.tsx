'use client'

import { useTranslations } from 'next-intl'
import { PrintButton } from '@/app/(print)/print-button'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Told } from '@/lib/assessment/outcome'
import type { FormValues } from '@/lib/form-state'
import { AimsTable } from './aims-table'
import type { Assessed } from './assess'
import { MatchingPlaces } from './matching-places'
import styles from './outcome.module.css'
import { PageTitle } from './page-title'

interface Props {
  assessed: Assessed
  /** What was sent, to change some of it: nothing else keeps it */
  values: FormValues
  action: (form: FormData) => void
  again: string
  /** The short version has not looked at the domains one by one */
  hasAims?: boolean
}

/** What the answers lead to, each thing with its reason. Printable, and gone when the page is left. */
export function OutcomeView({ assessed, values, action, again, hasAims = false }: Props) {
  const t = useTranslations('orientation.outcome')
  const needName = useTranslations('needs')
  const { profile, support, services, extras, programmes, next, aims } = assessed.outcome
  return (
    <>
      <PageTitle isAnswer>{t('title')}</PageTitle>
      <section className={styles.profile}>
        <h2>{t(`profiles.${profile.value}`)}</h2>
        <Reasons told={profile} />
        <h3>{t('support')}</h3>
        <p className={styles.said}>{t(`supports.${support.value}`)}</p>
        <Reasons told={support} />
      </section>
      <div className={styles.columns}>
        <ToldList title={t('services')} items={services} wordsOf={(service) => needName(`${service}.name`)} />
        <ToldList
          title={t('programmes')}
          items={programmes}
          wordsOf={(programme) => t(`programmeTexts.${programme as 'PIX'}`)}
        />
        <ToldList title={t('extras')} items={extras} wordsOf={(service) => needName(`${service}.name`)} />
        <ToldList title={t('next')} items={next} wordsOf={(step) => t(`nextTexts.${step}`)} />
      </div>
      <MatchingPlaces around={assessed.around} services={assessed.outcome.search.services} />
      {hasAims && <AimsTable aims={aims} />}
      <Notice>
        <p>{t('forgotten')}</p>
      </Notice>
      <form action={action} className={styles.tools}>
        {Object.entries(values).flatMap(([name, sent]) =>
          name === 'change'
            ? []
            : sent.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
        )}
        <PrintButton>{t('print')}</PrintButton>
        <Button variant="secondary" name="change" value="yes">
          {t('change')}
        </Button>
        <a href={again}>{t('again')}</a>
      </form>
      <p className={styles.version}>{t('version', { version: assessed.version })}</p>
    </>
  )
}

interface ListProps<T> {
  title: string
  items: readonly Told<T>[]
  wordsOf: (value: T) => string
}

function ToldList<T extends string>({ title, items, wordsOf }: ListProps<T>) {
  if (items.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className={styles.told}>
        {items.map((told) => (
          <li key={told.value}>
            <p className={styles.said}>{wordsOf(told.value)}</p>
            <Reasons told={told} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reasons({ told }: { told: Told<string> }) {
  const t = useTranslations('orientation.outcome.reasons')
  return <p className={styles.reasons}>{told.reasons.map((reason) => t(reason)).join(' ')}</p>
}
