'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useTransition } from 'react'
import styles from './import.module.css'
import { RemoveForm } from './remove-form'

interface Props {
  upload: {
    id: string
    state: 'OPENING' | 'READING' | 'APPLYING' | 'UNDOING'
    phase: string | null
    done: number
    total: number
  }
}

const phases = ['opening', 'reading', 'locating', 'comparing', 'writing'] as const

/** Milliseconds between two looks */
const pace = 1500

/** Where a step stands; the page looks again by itself, with and without scripts. */
export function Progress({ upload: { id, state, phase, done, total } }: Props) {
  const t = useTranslations('coordination.imports')
  const router = useRouter()
  const [isLooking, look] = useTransition()
  useEffect(() => {
    // One look at a time: another would cut short the one that a slow line still waits for
    if (isLooking) return
    const timer = setTimeout(() => look(() => router.refresh()), pace)
    return () => clearTimeout(timer)
  }, [isLooking, router])
  const step = phases.find((known) => known === phase)
  const words = step ? t(`phases.${step}`) : t(`waiting.${state}`)
  const isWriting = state === 'APPLYING' || state === 'UNDOING'
  return (
    <section aria-labelledby="etape">
      <noscript>
        {/* By its address: one that ends in a fragment, as after a look at values, would only scroll. */}
        <meta httpEquiv="refresh" content={`3;url=/coordination/imports/${id}`} />
      </noscript>
      <h2 id="etape">{t(`steps.${state}`)}</h2>
      <p role="status">{total > 0 ? t('progress', { step: words, done, total }) : words}</p>
      <progress
        className={styles.progress}
        aria-labelledby="etape"
        {...(total > 0 ? { value: done, max: total } : {})}
      />
      <p>{t(isWriting ? 'mayLeaveWriting' : 'mayLeave')}</p>
      {!isWriting && <RemoveForm id={id} />}
    </section>
  )
}
