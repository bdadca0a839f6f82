import { useTranslations } from 'next-intl'
import { LocalLink } from '@/components/site/local-link'
import { Notice } from '@/components/ui/notice'
import type { Wider, WiderSearch } from '@/lib/workshops/search/wider/queries'
import { type AskedWorkshops, workshopsAddress } from './read-workshops'

interface Props {
  asked: AskedWorkshops
  wider: readonly WiderSearch[]
}

/** Where nothing is found: each thing to give up that brings something, and how much. */
export function WiderSearches({ asked, wider }: Props) {
  const t = useTranslations('workshops')
  const names: Readonly<Record<Wider, string>> = {
    level: t('anyLevel'),
    period: t('anyTime'),
    subject: t('anySubject'),
    price: t('anyPrice'),
    pass: t('anyPass'),
    where: t('anywhere'),
    all: t('anywhere'),
  }
  if (wider.length === 0) return <Notice>{t('noneAtAll')}</Notice>
  return (
    <Notice title={t('none')}>
      <p>{t('widen')}</p>
      <ul>
        {wider.map(({ gives, count, change }) => (
          <li key={gives}>
            <LocalLink
              href={workshopsAddress(
                { ...asked, place: gives === 'where' || gives === 'all' ? null : asked.place },
                change,
              )}
            >
              {t('wider', { what: names[gives], count })}
            </LocalLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
