import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { BackupCodes } from './backup-codes'

/** A second factor is there: its backup codes, once, and the way on. */
export function Adopted({ codes, returnTo }: { codes: readonly string[]; returnTo: string }) {
  const t = useTranslations('account')
  return (
    <>
      <Notice tone="success" role="status">
        <p>{t('setUp.done')}</p>
      </Notice>
      {codes.length > 0 && <BackupCodes codes={codes} />}
      <p>
        <ButtonLink href={returnTo}>{t('continue')}</ButtonLink>
      </p>
    </>
  )
}
