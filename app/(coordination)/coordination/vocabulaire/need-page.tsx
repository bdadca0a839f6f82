import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { type CurrentUser, mayEditVocabulary } from '@/lib/accounts/permissions'

/** The frame of the pages that change the vocabulary, for whoever may. */
export async function NeedPage({ user, title, children }: { user: CurrentUser; title: string; children: ReactNode }) {
  const t = await getTranslations('coordination.vocabulary')
  return (
    <Page>
      <p>
        <a href="/coordination/vocabulaire">{t('back')}</a>
      </p>
      <h1>{title}</h1>
      {mayEditVocabulary(user) ? (
        children
      ) : (
        <Notice tone="warning">
          <p>{t('readOnly')}</p>
        </Notice>
      )}
    </Page>
  )
}
