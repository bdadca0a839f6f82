'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import styles from './keep-button.module.css'
import { forgetPlace, type KeptPlace, keepPlace, useKeptPlaces } from './kept-places'

interface Props {
  place: Omit<KeptPlace, 'keptAt'>
  /** The page of what is kept. */
  listPath: string
  words: { keep: string; forget: string; kept: string; see: string; failed: string }
}

/** Keeps a place on the device; absent without JavaScript, which nothing can be kept with. */
export function KeepButton({ place, listPath, words }: Props) {
  const places = useKeptPlaces()
  const [hasFailed, setHasFailed] = useState(false)
  if (!places) return null
  const kept = places.find(({ id }) => id === place.id)

  function toggle() {
    try {
      if (kept) forgetPlace(kept)
      else keepPlace({ ...place, keptAt: new Date().toISOString() })
      setHasFailed(false)
    } catch {
      setHasFailed(true)
    }
  }

  return (
    <>
      <Button type="button" variant="secondary" onClick={toggle}>
        <Icon name={kept ? 'check' : 'bookmark'} /> {kept ? words.forget : words.keep}
      </Button>
      <span role="status" className={styles.status}>
        {kept && (
          <>
            {words.kept} <a href={listPath}>{words.see}</a>
          </>
        )}
        {hasFailed && words.failed}
      </span>
    </>
  )
}
