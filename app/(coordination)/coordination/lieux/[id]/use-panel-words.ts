import { useTranslations } from 'next-intl'

/** What a list of things to come says of itself. */
export function usePanelWords(list: 'closures' | 'workshops') {
  const t = useTranslations(`coordination.${list}`)
  return {
    title: t('title'),
    intro: t('intro'),
    none: t('none'),
    refused: t('refused'),
    add: t('add'),
    remove: t('remove'),
  }
}
