'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import styles from './around-me.module.css'

export interface AroundMeText {
  action: string
  asking: string
  refused: string
  unavailable: string
  /** `{kilometres}` is replaced. */
  imprecise: string
}

interface Props {
  text: AroundMeText
  /** The page that shows places. */
  address: string
  /** The rest of the search, kept on the way. */
  params?: string
}

/** Beyond this, "near you" would be another town. */
const impreciseBeyondMetres = 5000
const patience = { timeout: 10_000, maximumAge: 60_000 }

/** Asks the browser for the position, only when touched, and goes to the places around it. */
export function AroundMe({ text, address, params = '' }: Props) {
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  function go({ coords }: GeolocationPosition) {
    if (coords.accuracy > impreciseBeyondMetres) {
      setIsAsking(false)
      setProblem(text.imprecise.replace('{kilometres}', String(Math.round(coords.accuracy / 1000))))
      return
    }
    const search = new URLSearchParams(params)
    // Four decimals are about ten metres: enough to walk by, and no more.
    search.set('lat', coords.latitude.toFixed(4))
    search.set('lon', coords.longitude.toFixed(4))
    window.location.assign(`${address}?${search}`)
  }

  function ask() {
    setProblem(null)
    if (!('geolocation' in navigator)) return setProblem(text.unavailable)
    setIsAsking(true)
    navigator.geolocation.getCurrentPosition(
      go,
      (error) => {
        setIsAsking(false)
        setProblem(error.code === error.PERMISSION_DENIED ? text.refused : text.unavailable)
      },
      patience,
    )
  }

  return (
    <div className={styles.around}>
      <Button type="button" variant="secondary" onClick={ask} aria-disabled={isAsking}>
        <Icon name="locate" />
        {isAsking ? text.asking : text.action}
      </Button>
      <p className={styles.problem} role="status">
        {problem}
      </p>
    </div>
  )
}
