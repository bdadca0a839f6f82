import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Groups } from '@/components/referral/groups'
import styles from '@/components/referral/list.module.css'
import { NoticePage } from '@/components/site/notice-page'
import { Page } from '@/components/site/page'
import { Pagination } from '@/components/ui/pagination'
import { SearchForm } from '@/components/ui/search-form'
import { Select } from '@/components/ui/select'
import { listAddress } from '@/lib/referrals/list-address'
import { answeredPlacesOf } from '@/lib/referrals/party'
import { listAnsweredPlaces, listReceived } from '@/lib/referrals/queries'
import { isMisread, type ReferralFilters, referralFilters, referralGroups } from '@/lib/referrals/schema'
import { requireUser } from '../../require-user'
import { InboxTable } from './inbox-table'

const path = '/coordination/orientations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reception.inbox')
  return { title: t('title') }
}

/** What was sent to the places that somebody edits, the most urgent first. */
export default async function InboxPage({ searchParams }: PageProps<'/coordination/orientations'>) {
  const user = await requireUser(path)
  const t = await getTranslations('reception.inbox')
  if (answeredPlacesOf(user).length === 0) {
    return <NoticePage title={t('title')} notice={t('notPlace')} text={t('notPlaceText')} />
  }
  const parameters = await searchParams
  const asked = referralFilters.parse(parameters)
  const [{ referrals, counts, pages, page: shownPage }, places] = await Promise.all([
    listReceived(user, asked),
    listAnsweredPlaces(user),
  ])
  const hrefOf = (changes: Partial<ReferralFilters>) => listAddress(path, { ...asked, page: 1, ...changes })
  const isEmpty = counts.todo + counts.waiting + counts.closed === 0 && !asked.lieu
  return (
    <Page width="wide">
      <h1>{t('title')}</h1>
      {isMisread(parameters) && <p role="status">{t('misread')}</p>}
      {isEmpty ? (
        <>
          <h2>{t('empty')}</h2>
          <p>{t('emptyText')}</p>
        </>
      ) : (
        <>
          <p>{t('intro')}</p>
          <Groups
            label={t('groups')}
            links={referralGroups.map((etat) => ({
              name: t(`group.${etat}`, { count: counts[etat] }),
              href: hrefOf({ etat, code: '' }),
              current: etat === asked.etat && !asked.code && 'page',
            }))}
          />
          <SearchForm
            name="code"
            label={t('code')}
            hint={t('codeHint')}
            defaultValue={asked.code}
            maxLength={20}
            submit={t('search')}
            reset={(asked.code || asked.lieu) && <a href={hrefOf({ code: '', lieu: undefined })}>{t('reset')}</a>}
          >
            {asked.etat !== 'todo' && <input type="hidden" name="etat" value={asked.etat} />}
            {places.length > 1 && (
              <Select
                name="lieu"
                label={t('place')}
                placeholder={t('allPlaces')}
                defaultValue={asked.lieu ?? ''}
                options={places.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </SearchForm>
          {asked.etat === 'todo' && counts.late > 0 && !asked.code && (
            <p className={styles.late}>{t('late', { count: counts.late })}</p>
          )}
          {referrals.length > 0 ? (
            <InboxTable referrals={referrals} hasPlaces={places.length > 1} now={new Date()} />
          ) : (
            <p role="status">{asked.code ? t('noCode') : t(`none.${asked.etat}`)}</p>
          )}
          <Pagination page={shownPage} pageCount={pages} hrefOf={(page) => hrefOf({ page })} />
        </>
      )}
    </Page>
  )
}
