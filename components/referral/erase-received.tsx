import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { ReferralStatus } from '@/prisma/client/enums'
import { EraseForm } from './erase-form'

interface Props {
  referral: { id: string; status: ReferralStatus; erasedAt: Date | null }
  action: Parameters<typeof EraseForm>[0]['action']
  token?: string
}

/** What a person may also ask of the place, once it has opened what it got. */
export function EraseReceived({ referral: { id, status, erasedAt }, action, token }: Props) {
  const t = useTranslations('referral')
  if (status === 'SENT') return null
  if (erasedAt) {
    return (
      <Notice>
        <p>{t('one.done.erased')}</p>
      </Notice>
    )
  }
  return (
    <section>
      <EraseForm
        action={action}
        id={id}
        token={token}
        words={{ summary: t('rights.erase'), text: t('rights.placeEraseText'), submit: t('rights.eraseNow') }}
      />
      <p>
        <a href="/confidentialite" target="_blank" rel="noopener">
          {t('rights.more')}
        </a>
      </p>
    </section>
  )
}
