import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoticePage } from '@/components/site/notice-page'
import { Page } from '@/components/site/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { mayReadAudit } from '@/lib/accounts/permissions'
import { auditActions } from '@/lib/audit/actions'
import { searchAudit } from '@/lib/audit/queries'
import { auditSearch } from '@/lib/audit/schema'
import { safeInput } from '@/lib/privacy/safe-text'
import { requireUser } from '../../require-user'
import styles from '../list-page.module.css'
import { parameter } from '../parameters'
import { EntriesTable } from './entries-table'
import journal from './journal.module.css'

const path = '/coordination/journal'
const names = ['qui', 'action', 'sujet', 'du', 'au', 'apres'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.audit')
  return { title: t('title') }
}

export default async function AuditPage({ searchParams }: PageProps<'/coordination/journal'>) {
  const parameters = await searchParams
  const user = await requireUser(path)
  const t = await getTranslations('coordination.audit')
  if (!mayReadAudit(user)) {
    return <NoticePage title={t('title')} tone="warning" text={t('notYours')} />
  }
  const asked = names.map((name) => [name, parameter(parameters, name)] as const).filter(([, value]) => value)
  const search = auditSearch.parse(Object.fromEntries(asked))
  const { entries, next } = await searchAudit(user, search)
  const query = (changes: Record<string, string>) => {
    const { apres: _, ...kept } = Object.fromEntries(asked)
    return `${path}?${new URLSearchParams({ ...kept, ...changes })}`
  }
  return (
    <Page width="wide">
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <search>
        <form className={styles.filters}>
          <TextInput name="qui" type="search" label={t('who')} defaultValue={search.qui} {...safeInput} />
          <Select
            name="action"
            label={t('action')}
            placeholder={t('anyAction')}
            options={Object.entries(auditActions).map(([value, label]) => ({ value, label }))}
            defaultValue={search.action}
          />
          <TextInput name="sujet" type="search" label={t('subject')} defaultValue={search.sujet} {...safeInput} />
          <TextInput name="du" type="date" label={t('from')} defaultValue={search.du} />
          <TextInput name="au" type="date" label={t('to')} defaultValue={search.au} />
          <Button variant="secondary">{t('find')}</Button>
        </form>
      </search>
      {entries.length === 0 && <p role="status">{t('none')}</p>}
      {entries.length > 0 && <EntriesTable entries={entries} />}
      <nav className={journal.pages} aria-label={t('pages')}>
        {search.apres && <a href={query({})}>{t('first')}</a>}
        {next && (
          <ButtonLink variant="secondary" href={query({ apres: next })} rel="next">
            {t('next')}
          </ButtonLink>
        )}
        {asked.length > 0 && <a href={path}>{t('all')}</a>}
      </nav>
    </Page>
  )
}
