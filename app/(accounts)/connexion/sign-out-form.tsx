import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { signOutAction } from './actions'

/** The way out of a sign-in that has not come to its end. */
export function SignOutForm() {
  const t = useTranslations('account')
  return (
    <form action={signOutAction}>
      <Button variant="quiet">{t('signOut')}</Button>
    </form>
  )
}
