import { useFormatter, useTranslations } from 'next-intl'
import { useClockWords } from '@/components/place/opening-status'
import type { Slot } from '@/lib/hours/week'

/** The hours of a day, and those that they replace, struck. */
export function Hours({ slots, instead = [] }: { slots: readonly Slot[]; instead?: readonly Slot[] }) {
  const t = useTranslations('place')
  const format = useFormatter()
  const told = useSlotWords()
  return (
    <>
      {slots.length === 0 ? t('closedDay') : format.list(slots.map(told))}
      {instead.length > 0 && (
        <>
          <span className="visually-hidden"> {t('insteadOf')}</span> <del>{format.list(instead.map(told))}</del>
        </>
      )}
    </>
  )
}

function useSlotWords(): (slot: Slot) => string {
  const t = useTranslations('place')
  const clock = useClockWords()
  const words = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return clock({ hours, minutes })
  }
  return ({ opens, closes, isCertain, comment }) => {
    const slot = t('slot', { opens: words(opens), closes: words(closes) })
    if (comment) return t('slotComment', { slot, comment })
    return isCertain ? slot : t('slotComment', { slot, comment: t('uncertain') })
  }
}
