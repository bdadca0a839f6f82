import { useTranslations } from 'next-intl'
import { LocalLink } from '@/components/site/local-link'
import { Notice } from '@/components/ui/notice'
import { type PageSearch, pageAddress } from '@/lib/search/page-address'

/** Says that the filters on hours were left aside for now, and leads to the same search again. */
export function UnappliedHours({ asked, why }: { asked: PageSearch; why: 'busy' | 'tooMany' }) {
  const t = useTranslations('lieux')
  return (
    <Notice tone="warning" title={t('hoursBusyTitle')}>
      <p>{t(why === 'busy' ? 'hoursBusy' : 'hoursTooMany')}</p>
      <p>
        <LocalLink href={pageAddress(asked)}>{t('hoursRetry')}</LocalLink>
      </p>
    </Notice>
  )
}
