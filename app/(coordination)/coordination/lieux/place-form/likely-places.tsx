import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Candidate } from '@/lib/form-state'

/** The places that the new one may be: nothing is saved until she has looked. */
export function LikelyPlaces({ places }: { places: readonly Candidate[] }) {
  const t = useTranslations('coordination.duplicates')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('[role]')?.focus(), [])
  return (
    <div ref={box}>
      <Notice tone="warning" role="alert" title={t('mayExist')} id="existe">
        <p>{t('mayExistText')}</p>
        <ul>
          {places.map(({ id, name, address, communeName }) => (
            <li key={id}>
              <a href={`/coordination/lieux/${id}`} target="_blank" rel="noopener">
                {name}
              </a>
              , {address}, {communeName}
            </li>
          ))}
        </ul>
        <Button name="intent" value="add" variant="secondary">
          {t('addAnyway')}
        </Button>
      </Notice>
    </div>
  )
}
