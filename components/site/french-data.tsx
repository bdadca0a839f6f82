import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { defaultLocale } from '@/lib/i18n/languages'

/** What a person of the place typed, in French: read out, and laid out, as such inside another language. */
export function FrenchData({ children }: { children: ReactNode }) {
  return useLocale() === defaultLocale ? children : <bdi lang="fr">{children}</bdi>
}
