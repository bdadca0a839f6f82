import { useTranslations } from 'next-intl'
import { needs } from '@/components/place/needs'
import { type BringItem, bringAnyway, whatToBring } from '@/lib/sheet/what-to-bring'
import type { Service } from '@/prisma/client/enums'
import type { Aim, VisitWords } from './visit-sheet'

interface Asked {
  /** What the chosen places help with */
  services: readonly Service[]
  /** How many places */
  count: number
}

/** The words of the sheet and what to bring, in the language of the page, for the browser. */
export function useVisitWords({ services, count }: Asked): { words: VisitWords; aims: Aim[] } {
  const t = useTranslations('visit')
  const need = useTranslations('needs')
  const told = (items: readonly BringItem[]) => items.map((item) => t(`bring.${item}`))
  const labelled = (key: 'when' | 'whom' | 'way' | 'more' | 'bringTitle') => t('label', { label: t(key) })
  const offered = needs.filter(({ service }) => services.includes(service))
  const [only] = offered.length === 1 ? offered : []
  return {
    aims: [
      { id: 'ANY', name: t('anyAim'), isNamed: false, items: told(bringAnyway), isFirst: !only },
      ...offered.map(({ service }) => ({
        id: service,
        name: need(`${service}.name`),
        isNamed: true,
        items: told(whatToBring[service]),
        isFirst: service === only?.service,
      })),
    ],
    words: {
      title: t('title'),
      fields: {
        when: { label: t('when'), hint: t(count > 1 ? 'whenHints' : 'whenHint') },
        whom: { label: t('whom'), hint: t('whomHint') },
        way: { label: t('way'), hint: t('wayHint') },
        more: { label: t('more') },
        word: { label: t('word'), hint: t('wordHint') },
      },
      labels: {
        when: labelled('when'),
        whom: labelled('whom'),
        way: labelled('way'),
        more: labelled('more'),
        bring: labelled('bringTitle'),
      },
      refused: t('refused'),
      aim: t('aim'),
      bring: t('bringTitle'),
      send: t('send'),
      sendLead: t('sendLead'),
      sms: t('sms'),
      mail: t('mail'),
      text: t('text'),
      copy: t('copy'),
      copied: t('copied'),
    },
  }
}
