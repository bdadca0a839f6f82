import { useTranslations } from 'next-intl'
import { NoticePage } from '@/components/site/notice-page'

/** What whoever gives no role sees of these pages. */
export function NotYours() {
  const t = useTranslations('coordination.people')
  return <NoticePage title={t('title')} tone="warning" notice={t('notYours')} text={t('notYoursText')} />
}
