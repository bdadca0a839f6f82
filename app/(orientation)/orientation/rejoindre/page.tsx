import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { currentUser } from '@/lib/auth'
import { JoiningWords } from '../joining-words'
import { AskForm } from './ask-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joining')
  return { title: t('title') }
}

/** Where a helper asks for an account; what comes of it is told by mail alone. */
export default async function JoiningPage({ searchParams }: PageProps<'/orientation/rejoindre'>) {
  const [{ fait }, user, t] = await Promise.all([searchParams, currentUser(), getTranslations('joining')])
  if (fait === 'envoi') {
    return (
      <Page width="text">
        <h1>{t('title')}</h1>
        <Notice tone="success" role="status" title={t('sentTitle')}>
          <p>{t('sent')}</p>
        </Notice>
        <p>
          <a href="/orientation/rejoindre">{t('again')}</a>
        </p>
      </Page>
    )
  }
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <p>
        {t('without')} {!user && t('hasAccount')} {!user && <a href="/connexion">{t('signIn')}</a>}
      </p>
      <JoiningWords>
        <AskForm name={user?.name ?? ''} email={user?.email ?? ''} />
      </JoiningWords>
    </Page>
  )
}
