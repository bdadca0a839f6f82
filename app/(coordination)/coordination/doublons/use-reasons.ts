import { useTranslations } from 'next-intl'
import type { Signal } from '@/lib/duplicates/score'

/** What speaks for one place and against it, in words, the weightiest first. */
export function useReasons(): (signals: readonly Signal[]) => { for: string[]; against: string[] } {
  const t = useTranslations('coordination.duplicates.signals')
  return (signals) => {
    const byWeight = [...signals].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    return {
      for: byWeight.filter(({ weight }) => weight > 0).map(({ name }) => t(`${name}.for`)),
      against: byWeight.filter(({ weight }) => weight < 0).map(({ name }) => t(`${name}.against`)),
    }
  }
}
