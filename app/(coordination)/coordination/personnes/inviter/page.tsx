import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { findPlacesToGive, listHubsToGive } from '@/lib/accounts/people/queries'
import { mayManagePeople, rolesToGive } from '@/lib/accounts/permissions'
import { requireUser } from '../../../require-user'
import { parameter } from '../../parameters'
import { NotYours } from '../not-yours'
import { InviteForm } from './invite-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.people')
  return { title: t('inviteTitle') }
}

/** An address may name whom to invite, and the places to give: `?email=…&lieu=adp-1&lieu=adp-2`. */
export default async function InvitePage({ searchParams }: PageProps<'/coordination/personnes/inviter'>) {
  const parameters = await searchParams
  const user = await requireUser('/coordination/personnes/inviter')
  if (!mayManagePeople(user)) return <NotYours />
  const t = await getTranslations('coordination.people')
  const wanted = [parameters.lieu ?? []].flat().slice(0, 50)
  const [hubs, places] = await Promise.all([listHubsToGive(user), findPlacesToGive(user, '', wanted)])
  return (
    <Page>
      <p>
        <a href="/coordination/personnes">{t('back')}</a>
      </p>
      <h1>{t('inviteTitle')}</h1>
      <p>{t('inviteIntro')}</p>
      <InviteForm roles={rolesToGive(user)} hubs={hubs} places={places} email={parameter(parameters, 'email')} />
    </Page>
  )
}
