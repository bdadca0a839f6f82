import { useTranslations } from 'next-intl'
import { DeskHeader } from '@/components/site/desk-header'

/** The helpers' pages, and the way back to the public site. */
export function OrientationHeader() {
  const t = useTranslations('orientation')
  return (
    <DeskHeader
      publicSite={t('publicSite')}
      menu={{
        label: t('navigation'),
        links: [
          { href: '/orientation', name: t('home') },
          { href: '/orientation/evaluation', name: t('assessment') },
          { href: '/orientation/reperer', name: t('spotting') },
          { href: '/lieux', name: t('places') },
        ],
      }}
    />
  )
}
