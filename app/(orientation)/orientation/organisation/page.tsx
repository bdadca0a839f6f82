import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireUser } from '@/app/(coordination)/require-user'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { listJoiningFor, listOwnJoining } from '@/lib/accounts/joining/queries'
import { listOrganisationsOf } from '@/lib/organisations/queries'
import { JoiningWords } from '../joining-words'
import { Asks } from './asks'
import { Team } from './team'

const deeds = [
  'confirmee',
  'invitation',
  'renvoi',
  'annulation',
  'retrait',
  'depart',
  'metier',
  'acceptee',
  'refusee',
] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisation')
  return { title: t('title') }
}

/** With whom a helper follows referrals, and what she waits for before she does. */
export default async function OrganisationPage({ searchParams }: PageProps<'/orientation/organisation'>) {
  const [{ fait }, user] = await Promise.all([searchParams, requireUser('/orientation/organisation')])
  const [teams, asked, asks, t] = await Promise.all([
    listOrganisationsOf(user),
    listOwnJoining(user),
    listJoiningFor(user),
    getTranslations('organisation'),
  ])
  const done = deeds.find((deed) => deed === fait)
  // A coordinator answers those of her hub among the people; here, only those of her own teams.
  const ofTeams = asks.filter(({ siret }) => teams.some((team) => team.siret === siret))
  return (
    <Page>
      <h1>{t('title')}</h1>
      {done && (
        <Notice tone="success" role="status">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      {teams.length > 0 && <p>{t('intro')}</p>}
      {asked.map(({ id, structureName: structure, siret }) => (
        <Notice key={id} title={t('waitingTitle')}>
          <p>{t('waiting', { structure, siret })}</p>
        </Notice>
      ))}
      {teams.length === 0 && asked.length === 0 && (
        <Notice title={t('noneTitle')}>
          <p>{t('none')}</p>
        </Notice>
      )}
      <JoiningWords>
        {ofTeams.length > 0 && <Asks asks={ofTeams} />}
        {teams.map((team) => (
          <Team key={team.id} team={team} userId={user.id} now={new Date()} />
        ))}
      </JoiningWords>
      <p>
        <ButtonLink href="/orientation/rejoindre" variant={teams.length > 0 ? 'quiet' : 'primary'}>
          {t(teams.length > 0 ? 'another' : 'join')}
        </ButtonLink>
      </p>
    </Page>
  )
}
