import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/site/demo-banner'
import { currentUser } from '@/lib/auth'
import { showsDemonstrationData } from '@/lib/places/queries'
import { OrientationHeader } from './orientation-header'

/** What these pages answer is for one person: no cache keeps it. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orientation')
  return { title: { default: t('title'), template: `%s · ${t('title')}` }, robots: { index: false } }
}

export default async function OrientationLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {(await showsDemonstrationData()) && <DemoBanner />}
      <OrientationHeader user={await currentUser()} />
      {children}
    </>
  )
}
