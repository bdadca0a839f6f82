import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountView } from '@/app/(coordination)/coordination/compte/account-view'
import { JoiningWords } from '../joining-words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default async function AccountPage({ searchParams }: PageProps<'/orientation/compte'>) {
  return (
    <JoiningWords>
      <AccountView path="/orientation/compte" fait={(await searchParams).fait} />
    </JoiningWords>
  )
}
