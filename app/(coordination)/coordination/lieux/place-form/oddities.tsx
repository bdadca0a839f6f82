import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Oddity } from '@/lib/form-state'

/** What is odd and may be true: nothing is saved until she says so. */
export function Oddities({ oddities }: { oddities: readonly Oddity[] }) {
  const t = useTranslations('coordination.place')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('[role]')?.focus(), [])
  return (
    <div ref={box}>
      <Notice tone="warning" role="alert" title={t('oddTitle')} id="a-verifier">
        <ul>
          {oddities.map(({ text, href }) => (
            <li key={text}>
              {href ? (
                <a href={href} target="_blank" rel="noopener">
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
        <Button name="intent" value="confirm" variant="secondary">
          {t('saveAnyway')}
        </Button>
      </Notice>
    </div>
  )
}
