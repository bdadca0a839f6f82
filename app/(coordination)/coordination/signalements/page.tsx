import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { countUnconfirmedFor } from '@/lib/freshness/queries'
import { countQueueFor, listQueueFor, type QueueKind, queueKinds } from '@/lib/proposals/queries'
import { requireUser } from '../../require-user'
import styles from './queue.module.css'
import { QueueItem } from './queue-item'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.reports')
  return { title: t('title') }
}

const path = '/coordination/signalements'

/** The address of a list: what waits or was answered, of all or of one kind. */
function hrefOf({ isOpen, kind, page }: { isOpen: boolean; kind?: QueueKind; page?: number }): string {
  const query = new URLSearchParams({
    ...(!isOpen && { etat: 'traites' }),
    ...(kind && { de: kind }),
    ...(page && { page: String(page) }),
  })
  return query.size > 0 ? `${path}?${query}` : path
}

/** One queue for what citizens say, what structures propose, and what files say against corrections. */
export default async function QueuePage({ searchParams }: PageProps<'/coordination/signalements'>) {
  const { etat, de, page: asked, fait } = await searchParams
  const user = await requireUser(path)
  const t = await getTranslations('coordination.reports')
  const isOpen = etat !== 'traites'
  const kind = queueKinds.find((each) => each === de)
  const page = typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
  const [{ total, pageCount, items }, counts, unconfirmed] = await Promise.all([
    listQueueFor(user, { isOpen, kind, page }),
    countQueueFor(user),
    countUnconfirmedFor(user),
  ])
  const done = typeof fait === 'string' && t.has(`saved.${fait}` as 'saved.accept') ? (fait as 'accept') : null
  const all = queueKinds.reduce((sum, each) => sum + counts[each], 0)
  return (
    <Page>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      {done && (
        <Notice tone="success" role="status">
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      )}
      <nav aria-label={t('views')}>
        <ul className={styles.views}>
          {(['a-lire', 'traites'] as const).map((view) => (
            <li key={view}>
              <a
                href={hrefOf({ isOpen: view === 'a-lire', kind })}
                aria-current={isOpen === (view === 'a-lire') ? 'page' : undefined}
              >
                {t(`view.${view}`)}
              </a>
            </li>
          ))}
          <li>
            <a href="/coordination/confirmations">
              {t('unconfirmed')} ({unconfirmed})
            </a>
          </li>
        </ul>
      </nav>
      <nav aria-label={t('kinds')}>
        <ul className={styles.views}>
          {([undefined, ...queueKinds] as const).map((each) => (
            <li key={each ?? 'all'}>
              <a href={hrefOf({ isOpen, kind: each })} aria-current={each === kind ? 'page' : undefined}>
                {t(`kind.${each ?? 'all'}`)}
                {isOpen && ` (${each ? counts[each] : all})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>{t(isOpen ? 'waiting' : 'answered', { total })}</p>
      <ul className={styles.items}>
        {items.map((item) => (
          <QueueItem key={item.id} item={item} from={kind} />
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefOf={(to) => hrefOf({ isOpen, kind, page: to })} />
    </Page>
  )
}
