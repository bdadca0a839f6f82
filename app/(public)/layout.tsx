import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/site/demo-banner'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { showsDemonstrationData } from '@/lib/places/queries'

/** What these pages say changes with the database, and the content policy gives each answer its own nonce. */
export const dynamic = 'force-dynamic'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {(await showsDemonstrationData()) && <DemoBanner />}
      <SiteHeader />
      {children}
      <SiteFooter />
    </>
  )
}
