import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireUser } from '@/app/(coordination)/require-user'
import { Groups } from '@/components/referral/groups'
import list from '@/components/referral/list.module.css'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Pagination } from '@/components/ui/pagination'
import { SearchForm } from '@/components/ui/search-form'
import { Select } from '@/components/ui/select'
import { organisationsOf } from '@/lib/accounts/territory'
import { listAddress } from '@/lib/referrals/list-address'
import { listSent } from '@/lib/referrals/queries'
import { isMisread, type ReferralFilters, referralFilters, referralGroups } from '@/lib/referrals/schema'
import { ReferralStatus } from '@/prisma/client/enums'
import { NotHelper } from '../not-helper'
import styles from './board.module.css'
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
  const hrefOf = (changes: Partial<ReferralFilters>) => listAddress(path, { ...asked, page: 1, ...changes })
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
          <Groups
            label={t('groups')}
            links={referralGroups.map((etat) => ({
              name: t(`group.${etat}`, { count: counts[etat] }),
              href: hrefOf({ etat, statut: undefined, code: '' }),
              current: etat === asked.etat && !isNarrowed && 'page',
            }))}
          />
          <div className={styles.narrow}>
            <Groups
              label={t('whose')}
              links={(['tous', 'moi'] as const).map((a) => ({
                name: t(a === 'moi' ? 'mine' : 'all'),
                href: hrefOf({ a }),
                current: a === asked.a && 'true',
              }))}
            />
            <SearchForm
              name="code"
              label={t('code')}
              hint={t('codeHint')}
              defaultValue={asked.code}
              maxLength={20}
              submit={t('search')}
              reset={isNarrowed && <a href={hrefOf({ code: '', statut: undefined })}>{t('reset')}</a>}
            >
              {asked.a === 'moi' && <input type="hidden" name="a" value="moi" />}
              <Select
                name="statut"
                label={t('status')}
                placeholder={t('anyStatus')}
                options={Object.values(ReferralStatus).map((value) => ({ value, label: words(`statuses.${value}`) }))}
                defaultValue={asked.statut ?? ''}
              />
            </SearchForm>
          </div>
          {asked.etat === 'todo' && counts.late > 0 && !isNarrowed && (
            <p className={list.late}>{t('late', { count: counts.late })}</p>
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
