import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountView } from './account-view'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default async function AccountPage({ searchParams }: PageProps<'/coordination/compte'>) {
  return <AccountView path="/coordination/compte" fait={(await searchParams).fait} />
}
