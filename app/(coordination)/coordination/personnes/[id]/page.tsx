import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { getPersonFor } from '@/lib/accounts/people/queries'
import { mayManagePeople, mayReadAudit, mayResetSecondFactor, rolesToGive } from '@/lib/accounts/permissions'
import { signInFacts } from '@/lib/accounts/second-factor/queries'
import { NotFoundError } from '@/lib/errors'
import { requireUser } from '../../../require-user'
import { parameter } from '../../parameters'
import { DoneNotice } from '../done-notice'
import { NotYours } from '../not-yours'
import styles from '../people.module.css'
import { RoleName } from '../role-name'
import { RoleForm } from './role-form'
import { SecondFactorReset } from './second-factor-reset'

const path = '/coordination/personnes'

/** The person; null for somebody whose roles are not followed by whoever asks. */
const findPerson = cache(async (id: string) => {
  const user = await requireUser(`${path}/${encodeURIComponent(id)}`)
  if (!mayManagePeople(user)) return null
  try {
    return await getPersonFor(user, id)
  } catch (error) {
    if (error instanceof NotFoundError) return null
    throw error
  }
})

export async function generateMetadata({ params }: PageProps<'/coordination/personnes/[id]'>): Promise<Metadata> {
  const person = await findPerson((await params).id)
  const t = await getTranslations('coordination.people')
  return { title: person?.name ?? t('title') }
}

export default async function PersonPage({ params, searchParams }: PageProps<'/coordination/personnes/[id]'>) {
  const [{ id }, parameters] = await Promise.all([params, searchParams])
  const user = await requireUser(`${path}/${encodeURIComponent(id)}`)
  if (!mayManagePeople(user)) return <NotYours />
  const [person, t, format] = await Promise.all([findPerson(id), getTranslations('coordination'), getFormatter()])
  if (!person) {
    return (
      <Page width="text">
        <h1>{t('people.title')}</h1>
        <DoneNotice done={parameter(parameters, 'fait')} />
        <Notice>
          <p>{t('people.notSeen')}</p>
        </Notice>
        <p>
          <a href={path}>{t('people.back')}</a>
        </p>
      </Page>
    )
  }
  const { name, email, lastSeenAt, memberships } = person
  const roles = rolesToGive(user)
    .filter((role) => role === 'HUB_COORDINATOR' || role === 'HUB_EDITOR' || role === 'READER')
    .map((role) => ({ value: role, label: t(`roles.${role}`) }))
  const isOneself = person.id === user.id
  return (
    <Page>
      <p>
        <a href={path}>{t('people.back')}</a>
      </p>
      <h1>{name}</h1>
      <DoneNotice done={parameter(parameters, 'fait')} />
      <p>
        <a href={`mailto:${email}`}>{email}</a>
      </p>
      <p>
        {lastSeenAt
          ? t('people.person.seen', { date: format.dateTime(lastSeenAt, { dateStyle: 'long' }) })
          : t('people.person.neverSeen')}
      </p>
      {mayReadAudit(user) && (
        <p>
          <a href={`/coordination/journal?${new URLSearchParams({ qui: email })}`}>{t('people.person.audit')}</a>
        </p>
      )}
      <section aria-labelledby="roles">
        <h2 id="roles">{t('people.person.roles')}</h2>
        {isOneself && (
          <Notice>
            <p>{t('people.person.oneself')}</p>
          </Notice>
        )}
        {memberships.length === 0 && <p>{t('people.person.noRole')}</p>}
        {!isOneself && memberships.length > 0 && <p>{t('people.person.removeMeans')}</p>}
        <ul className={styles.held}>
          {memberships.map((membership) => (
            <li key={membership.id}>
              <p id={`role-tenu-${membership.id}`}>
                <strong>
                  <RoleName {...membership} />
                </strong>
              </p>
              {!isOneself && (
                <RoleForm
                  id={membership.id}
                  person={person.id}
                  change={membership.hub ? { role: membership.role, hubName: membership.hub.name, roles } : undefined}
                  labelledBy={`role-tenu-${membership.id}`}
                />
              )}
            </li>
          ))}
        </ul>
        {!isOneself && (
          <p>
            <ButtonLink variant="secondary" href={`${path}/inviter?${new URLSearchParams({ email })}`}>
              {t('people.person.giveMore')}
            </ButtonLink>
          </p>
        )}
      </section>
      {!isOneself && mayResetSecondFactor(user) && (
        <SecondFactorReset person={person.id} hasSecondFactor={(await signInFacts(person.id)).hasSecondFactor} />
      )}
    </Page>
  )
}
