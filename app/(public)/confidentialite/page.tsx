import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { Page } from '@/components/site/page'
import { env } from '@/lib/env'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacyPage'))('title') }
}

/** What is kept about people, in plain words: docs/record-of-processing.md says the same in those of the law. */
export default function PrivacyPage() {
  const t = useTranslations('privacyPage')
  const listOf = (...keys: Parameters<typeof t>[0][]) => (
    <ul>
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  )
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <h2>{t('searchTitle')}</h2>
      <p>{t('search')}</p>
      <p>{t('report')}</p>
      <h2>{t('assessmentTitle')}</h2>
      <p>{t('assessment')}</p>
      <h2 id="orientation">{t('referralTitle')}</h2>
      <p>{t('referral')}</p>
      <h3>{t('alwaysTitle')}</h3>
      {listOf('always1', 'always2', 'always3', 'always4')}
      <h3>{t('choiceTitle')}</h3>
      {listOf('choice1', 'choice2')}
      <h3>{t('neverTitle')}</h3>
      <p>{t('never')}</p>
      <h3>{t('whyTitle')}</h3>
      <p>{t('why')}</p>
      <h3>{t('whoTitle')}</h3>
      {listOf('who1', 'who2', 'who3', 'who4')}
      <h3>{t('longTitle')}</h3>
      <p>{t('long', { months: env().ERASE_AFTER_MONTHS })}</p>
      <p>{t('backups')}</p>
      <h2>{t('rightsTitle')}</h2>
      <p>{t('rights')}</p>
      {listOf('rights1', 'rights2', 'rights3', 'rights4')}
      <p>{t('ask')}</p>
      <p>{t('responsible')}</p>
      <p>
        {t('cnil')} <a href="https://www.cnil.fr/fr/plaintes">{t('cnilLink')}</a>
      </p>
      <Operator />
      <h2>{t('accountsTitle')}</h2>
      <p>{t('accounts')}</p>
      <h2>{t('recordTitle')}</h2>
      <p>{t('record')}</p>
    </Page>
  )
}

/** Who runs the site, from its settings; said plainly where they are not filled in. */
function Operator() {
  const t = useTranslations('privacyPage')
  const { OPERATOR_NAME: name, OPERATOR_CONTACT: contact } = env()
  return (
    <>
      <h2>{t('operatorTitle')}</h2>
      {name ? (
        <p>{t.rich('operator', { name, data: (words) => <FrenchData>{words}</FrenchData> })}</p>
      ) : (
        <p>
          {t('operatorUnknown')} <LocalLink href="/hubs">{t('hubs')}</LocalLink>
        </p>
      )}
      {contact && <p>{t.rich('operatorContact', { data: () => <Contact words={contact} /> })}</p>}
    </>
  )
}

/** The addresses among some words: what stands at the odd places, once they are split. */
const emails = /([^\s<>()@,;:]+@[\w.-]*\w)/

/** Where to write, in the words of its setting; an e-mail is a link. */
function Contact({ words }: { words: string }) {
  const parts = words.split(emails)
  return (
    <FrenchData>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a key={part} href={`mailto:${part}`} dir="ltr">
            {part}
          </a>
        ),
      )}
    </FrenchData>
  )
}
