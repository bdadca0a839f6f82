'use client'

import { useTranslations } from 'next-intl'
import { Shortcuts } from '@/components/ui/shortcuts'

/** What the keys of the table do, in sight, with the way to turn letters off. */
export function ShortcutHelp({ maySelect }: { maySelect: boolean }) {
  const t = useTranslations('coordination.table.keys')
  const ticking: [string, string][] = [
    [t('space'), t('tick')],
    [t('shift'), t('range')],
    ['A', t('page')],
    ['C', t('bulk')],
  ]
  return (
    <Shortcuts
      title={t('title')}
      use={t('use')}
      off={t('off')}
      columns={[t('key'), t('does')]}
      keys={[
        [t('down'), t('next')],
        [t('up'), t('previous')],
        [t('enter'), t('open')],
        ...(maySelect ? ticking : []),
        ['/', t('search')],
        ['N', t('nextPage')],
        ['P', t('previousPage')],
      ]}
    />
  )
}
