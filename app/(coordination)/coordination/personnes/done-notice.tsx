import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

const deeds = [
  'invitation',
  'renvoi',
  'annulation',
  'retrait',
  'role',
  'seconde-etape',
  'acceptee',
  'refusee',
  'accord',
  'refus',
  'accord-retire',
  'aidants',
] as const

/** What has just been done, as the address says it. */
export function DoneNotice({ done }: { done: string }) {
  const t = useTranslations('coordination.people.done')
  const deed = deeds.find((each) => each === done)
  return (
    deed && (
      <Notice tone="success" role="status">
        <p>{t(deed)}</p>
      </Notice>
    )
  )
}
