import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { mayReadMail } from '@/lib/accounts/permissions'
import { listMailFor } from '@/lib/mail/queries'
import { requireUser } from '../../require-user'
import styles from './courrier.module.css'
import { MailItem } from './mail-item'

const path = '/coordination/courrier'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.mail')
  return { title: t('title') }
}

/** Where nothing is sent, the mailbox of everybody; else what did not leave, and why. */
export default async function MailPage({ searchParams }: PageProps<'/coordination/courrier'>) {
  const [user, t, { page: asked, fait }] = await Promise.all([
    requireUser(path),
    getTranslations('coordination.mail'),
    searchParams,
  ])
  if (!mayReadMail(user)) {
    return (
      <Page>
        <h1>{t('title')}</h1>
        <p>{t('forbidden')}</p>
      </Page>
    )
  }
  const page = /^[1-9]\d{0,3}$/.test(String(asked)) ? Number(asked) : 1
  const { isSent, abandoned, waiting, mails, pageCount } = await listMailFor(user, page)
  return (
    <Page>
      <h1>{t('title')}</h1>
      {fait === 'renvoi' && (
        <Notice tone="success" role="status">
          <p>{t('resent')}</p>
        </Notice>
      )}
      <p>{t(isSent ? 'sent' : 'read')}</p>
      <p>
        {t('waiting', { count: waiting })} {abandoned > 0 && <strong>{t('abandoned', { count: abandoned })}</strong>}
      </p>
      <ul className={styles.mails}>
        {mails.map((mail) => (
          <MailItem key={mail.id} mail={mail} />
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `${path}?page=${to}`} />
    </Page>
  )
}
