import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import { Pagination } from '@/components/ui/pagination'
import { listTunableHubs, listUnconfirmedFor } from '@/lib/freshness/queries'
import { requireUser } from '../../require-user'
import { startRoundAction } from './actions'
import styles from './confirmations.module.css'
import { DelaysForm } from './delays-form'
import { UnconfirmedList } from './unconfirmed-list'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.freshness')
  return { title: t('title') }
}

const path = '/coordination/confirmations'

/** The listings that wait for a coordinator, and the delays of her hubs. */
export default async function ConfirmationsPage({ searchParams }: PageProps<'/coordination/confirmations'>) {
  const { page: asked, fait } = await searchParams
  const user = await requireUser(path)
  const t = await getTranslations('coordination.freshness')
  const page = typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
  const [unconfirmed, hubs] = await Promise.all([listUnconfirmedFor(user, page), listTunableHubs(user)])
  const { places, total, asked: waiting, pageCount } = unconfirmed
  const done = (['confirmed', 'saved', 'started'] as const).find((each) => each === fait)
  return (
    <Page>
      <h1>{t('title')}</h1>
      {done && (
        <Notice tone="success" role="status">
          <p>{t(done)}</p>
        </Notice>
      )}
      <p>{t('intro')}</p>
      {hubs.length > 0 && (
        <Disclosure summary={t('settings')} icon="clock">
          <div className={styles.settings}>
            {hubs.map((hub) => (
              <section key={hub.id}>
                <h2>{hub.name}</h2>
                <DelaysForm hub={hub} />
              </section>
            ))}
            <OneButtonForm
              action={startRoundAction}
              title={t('refused')}
              outcomeId="messages"
              variant="quiet"
              aria-describedby="messages-du-jour"
            >
              {t('startNow')}
            </OneButtonForm>
            <p id="messages-du-jour">{t('startHint')}</p>
          </div>
        </Disclosure>
      )}
      <p>
        <strong>{t('total', { total })}</strong> {t('asked', { count: waiting })}
      </p>
      <UnconfirmedList places={places} />
      <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `${path}?page=${to}`} />
    </Page>
  )
}
