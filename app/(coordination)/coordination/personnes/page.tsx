import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Pagination } from '@/components/ui/pagination'
import { SearchForm } from '@/components/ui/search-form'
import { listInvitationsFor } from '@/lib/accounts/invitations/queries'
import { listApprovingHubs, listJoiningFor } from '@/lib/accounts/joining/queries'
import { listPeopleFor } from '@/lib/accounts/people/queries'
import { mayManagePeople } from '@/lib/accounts/permissions'
import { listAgreementsFor, listAnsweredFor } from '@/lib/organisations/agreements/queries'
import { listSendersFor } from '@/lib/organisations/queries'
import { JoiningWords } from '../../../(orientation)/orientation/joining-words'
import { requireUser } from '../../require-user'
import styles from '../list-page.module.css'
import { pageParameter, parameter } from '../parameters'
import { Answered } from './answered'
import { ApprovalForm } from './approval-form'
import { DoneNotice } from './done-notice'
import { JoiningQueue } from './joining-queue'
import { NotYours } from './not-yours'
import { PendingInvitations } from './pending-invitations'
import peopleStyles from './people.module.css'
import { PeopleTable } from './people-table'
import { Senders } from './senders'

const path = '/coordination/personnes'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.people')
  return { title: t('title') }
}

export default async function PeoplePage({ searchParams }: PageProps<'/coordination/personnes'>) {
  const parameters = await searchParams
  const user = await requireUser(path)
  if (!mayManagePeople(user)) return <NotYours />
  const t = await getTranslations('coordination.people')
  const [q, page] = [parameter(parameters, 'q'), pageParameter(parameters)]
  const [{ total, pageCount, people }, invitations, requests, agreements, answered, hubs, senders] = await Promise.all([
    listPeopleFor(user, { q, page }),
    listInvitationsFor(user),
    listJoiningFor(user),
    listAgreementsFor(user),
    listAnsweredFor(user),
    listApprovingHubs(user),
    listSendersFor(user),
  ])
  return (
    <Page width="wide">
      <div className={styles.title}>
        <h1>{t('title')}</h1>
        <ButtonLink href={`${path}/inviter`}>{t('invite')}</ButtonLink>
      </div>
      <DoneNotice done={parameter(parameters, 'fait')} />
      <p>{t('intro')}</p>
      <SearchForm name="q" label={t('search')} defaultValue={q} submit={t('find')} />
      <p role="status">{t('found', { total })}</p>
      {people.length > 0 && <PeopleTable people={people} />}
      {total === 0 && (
        <p>
          <a href={path}>{t('back')}</a>
        </p>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(to) => `${path}?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`}
      />
      <section aria-labelledby="aidants" className={peopleStyles.part}>
        <h2 id="aidants">{t('joining.title')}</h2>
        <JoiningWords>
          <JoiningQueue requests={requests} agreements={agreements} />
        </JoiningWords>
        {answered.length > 0 && <Answered agreements={answered} />}
        {senders.length > 0 && <Senders senders={senders} />}
        {hubs.length > 0 && (
          <Disclosure summary={t('joining.settings')} icon="info">
            {hubs.map((hub) => (
              <section key={hub.id}>
                <h3>{hub.name}</h3>
                <ApprovalForm hub={hub} />
              </section>
            ))}
          </Disclosure>
        )}
      </section>
      <section aria-labelledby="invitations" className={peopleStyles.part}>
        <h2 id="invitations">{t('pending.title')}</h2>
        <PendingInvitations invitations={invitations} now={new Date()} />
      </section>
    </Page>
  )
}
