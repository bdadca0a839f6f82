import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentUser } from '@/lib/auth'
import { CoordinationHeader } from './coordination-header'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination')
  return { title: { default: t('title'), template: `%s · ${t('title')}` }, robots: { index: false } }
}

/** Who may come in is each page's own question: a layout is not asked again when one goes from page to page. */
export default async function CoordinationLayout({ children }: { children: ReactNode }) {
  const [{ account, coordination }, user] = await Promise.all([getMessages(), currentUser()])
  return (
    <NextIntlClientProvider messages={{ account, coordination }}>
      <CoordinationHeader user={user} />
      {children}
    </NextIntlClientProvider>
  )
}
