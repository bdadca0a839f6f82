import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** Pages for the people of a place, who have no account: they come by a link of a message. */
export default async function StructureLayout({ children }: { children: ReactNode }) {
  const { confirmation } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ confirmation }}>
      <SiteHeader />
      {children}
      <SiteFooter />
    </NextIntlClientProvider>
  )
}
