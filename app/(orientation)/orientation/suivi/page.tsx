import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireUser } from '@/app/(coordination)/require-user'
import styles from '@/components/referral/list.module.css'
import { Page } from '@/components/site/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { organisationsOf } from '@/lib/accounts/territory'
import { listSent } from '@/lib/referrals/queries'
import { isMisread, type ReferralFilters, referralFilters, referralGroups } from '@/lib/referrals/schema'
import { ReferralStatus } from '@/prisma/client/enums'
import { NotHelper } from '../not-helper'
import { BoardTable } from './board-table'

const path = '/orientation/suivi'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('referral.board')
  return { title: t('title') }
}

/** What a helper and her colleagues sent, and what each referral waits for. */
export default async function BoardPage({ searchParams }: PageProps<'/orientation/suivi'>) {
  const user = await requireUser(path)
  const [t, words] = await Promise.all([getTranslations('referral.board'), getTranslations('referral')])
  if (organisationsOf(user).length === 0) return <NotHelper title={t('title')} />
  const parameters = await searchParams
  const asked = referralFilters.parse(parameters)
  const { referrals, counts, pages, page: shownPage } = await listSent(user, asked)
  const hrefOf = (changes: Partial<ReferralFilters>) => addressOf({ ...asked, page: 1, ...changes })
  const isNarrowed = Boolean(asked.code || asked.statut)
  const isEmpty = counts.todo + counts.waiting + counts.closed === 0 && asked.a === 'tous'
  return (
    <Page width="wide">
      <h1>{t('title')}</h1>
      {isMisread(parameters) && <p role="status">{t('misread')}</p>}
      {isEmpty ? (
        <>
          <h2>{t('empty')}</h2>
          <p>{t('emptyText')}</p>
          <p>
            <ButtonLink href="/lieux">{t('find')}</ButtonLink>
          </p>
        </>
      ) : (
        <>
          <nav aria-label={t('groups')}>
            <ul className={styles.groups}>
              {referralGroups.map((etat) => (
                <li key={etat}>
                  <a
                    href={hrefOf({ etat, statut: undefined, code: '' })}
                    aria-current={etat === asked.etat && !isNarrowed ? 'page' : undefined}
                  >
                    {t(`group.${etat}`, { count: counts[etat] })}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className={styles.narrow}>
            <nav aria-label={t('whose')}>
              <ul className={styles.groups}>
                {(['tous', 'moi'] as const).map((a) => (
                  <li key={a}>
                    <a href={hrefOf({ a })} aria-current={a === asked.a ? 'true' : undefined}>
                      {t(a === 'moi' ? 'mine' : 'all')}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <search>
              <form className={styles.search}>
                {asked.a === 'moi' && <input type="hidden" name="a" value="moi" />}
                <Select
                  name="statut"
                  label={t('status')}
                  placeholder={t('anyStatus')}
                  options={Object.values(ReferralStatus).map((value) => ({ value, label: words(`statuses.${value}`) }))}
                  defaultValue={asked.statut ?? ''}
                />
                <TextInput
                  name="code"
                  type="search"
                  label={t('code')}
                  hint={t('codeHint')}
                  defaultValue={asked.code}
                  maxLength={20}
                  autoComplete="off"
                />
                <Button variant="secondary">{t('search')}</Button>
                {isNarrowed && <a href={hrefOf({ code: '', statut: undefined })}>{t('reset')}</a>}
              </form>
            </search>
          </div>
          {asked.etat === 'todo' && counts.late > 0 && !isNarrowed && (
            <p className={styles.late}>{t('late', { count: counts.late })}</p>
          )}
          {referrals.length > 0 ? (
            <BoardTable referrals={referrals} now={new Date()} />
          ) : (
            <p role="status">{asked.code ? t('noCode') : asked.statut ? t('noStatus') : t(`none.${asked.etat}`)}</p>
          )}
          <Pagination page={shownPage} pageCount={pages} hrefOf={(page) => hrefOf({ page })} />
        </>
      )}
    </Page>
  )
}

/** What is as usual is left out of the address. */
function addressOf({ etat, a, statut, code, page }: ReferralFilters): string {
  const query = new URLSearchParams({
    ...(etat !== 'todo' && { etat }),
    ...(a !== 'tous' && { a }),
    ...(statut && { statut }),
    ...(code && { code }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size > 0 ? `${path}?${query}` : path
}
