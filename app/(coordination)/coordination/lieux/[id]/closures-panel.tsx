'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { TextInput } from '@/components/ui/text-input'
import { firstValue } from '@/lib/form-state'
import type { ListedClosure } from '@/lib/places/closures/queries'
import { addClosureAction, removeClosureAction } from './closure-actions'
import { ListPanel } from './list-panel'
import { usePanelWords } from './use-panel-words'

interface Props {
  placeId: string
  closures: readonly ListedClosure[]
  /** The day on the place's calendar */
  today: string
}

/** The exceptional closures to come. */
export function ClosuresPanel({ placeId, closures, today }: Props) {
  const t = useTranslations('coordination.closures')
  const words = useClosureWords()
  return (
    <ListPanel
      id="fermetures"
      words={usePanelWords('closures')}
      placeId={placeId}
      items={closures.map((closure) => ({
        id: closure.id,
        content: [words(closure), closure.reason].filter(Boolean).join(' · '),
        removeLabel: t('removeThis', { closure: words(closure) }),
      }))}
      itemName="closureId"
      remove={removeClosureAction}
      add={addClosureAction}
      fields={({ errors, values }) => {
        const field = (name: 'from' | 'to' | 'reason') => ({
          name,
          label: t(name),
          error: errors[name],
          defaultValue: firstValue(values, name),
        })
        return (
          <>
            <TextInput {...field('from')} type="date" min={today} />
            <TextInput {...field('to')} type="date" min={today} hint={t('toHint')} />
            <TextInput {...field('reason')} hint={t('reasonHint')} maxLength={200} />
          </>
        )
      }}
    />
  )
}

function useClosureWords(): (closure: ListedClosure) => string {
  const t = useTranslations('coordination.closures')
  const format = useFormatter()
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: 'long', timeZone: 'UTC' })
  return ({ from, to }) =>
    from === to ? t('oneDay', { from: day(from) }) : t('days', { from: day(from), to: day(to) })
}
