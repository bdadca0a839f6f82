import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false } }

export default async function AccountsLayout({ children }: { children: ReactNode }) {
  const { account, connexion } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ account, connexion }}>
      <SiteHeader />
      {children}
      <SiteFooter />
    </NextIntlClientProvider>
  )
}
