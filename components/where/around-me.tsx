'use client'

import { useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { mayBeInFrance } from '@/lib/territory/france'
import styles from './around-me.module.css'

export interface AroundMeText {
  action: string
  asking: string
  refused: string
  unavailable: string
  tooLong: string
  /** `{kilometres}` is replaced. */
  imprecise: string
  /** Goes to where an imprecise position says. */
  anyway: string
  abroad: string
}

interface Props {
  text: AroundMeText
  /** The page that shows places. */
  address: string
  /** The rest of the search, kept on the way. */
  params?: string
}

interface Problem {
  sentence: string
  /** Where the position leads in spite of it */
  anyway?: string
}

/** Beyond this, "near you" would be another town. */
const impreciseBeyondMetres = 5000
/** Milliseconds */
const patience = 10_000
const recent = 60_000

const never = () => () => {}
/** Browsers refuse the position to pages that travel in clear. */
const isAvailable = () => 'geolocation' in navigator && window.isSecureContext

/** Asks the browser for the position, only when touched, and goes to the places around it. */
export function AroundMe({ text, address, params = '' }: Props) {
  const isShown = useSyncExternalStore(never, isAvailable, () => true)
  const place = useRef<HTMLDivElement>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!isShown) return null

  function go({ coords: { latitude, longitude, accuracy } }: GeolocationPosition) {
    const search = new URLSearchParams(params)
    // What was typed beside, the need, goes along.
    const typed = place.current?.closest('form')?.querySelector<HTMLInputElement>('[name=q]')?.value.trim()
    if (typed) search.set('q', typed)
    // Four decimals are about ten metres: enough to walk by, and no more.
    search.set('lat', latitude.toFixed(4))
    search.set('lon', longitude.toFixed(4))
    const places = `${address}?${search}`
    if (!mayBeInFrance({ latitude, longitude })) return fail({ sentence: text.abroad })
    if (accuracy <= impreciseBeyondMetres) return window.location.assign(places)
    const kilometres = String(Math.round(accuracy / 1000))
    fail({ sentence: text.imprecise.replace('{kilometres}', kilometres), anyway: places })
  }

  function fail(problem: Problem) {
    setIsAsking(false)
    setProblem(problem)
  }

  function ask() {
    if (isAsking) return
    setProblem(null)
    setIsAsking(true)
    navigator.geolocation.getCurrentPosition(
      go,
      ({ code, PERMISSION_DENIED, TIMEOUT }) => {
        const sentences: Record<number, string> = { [PERMISSION_DENIED]: text.refused, [TIMEOUT]: text.tooLong }
        fail({ sentence: sentences[code] ?? text.unavailable })
      },
      // Who asks again wants another answer.
      { timeout: patience, maximumAge: problem ? 0 : recent },
    )
  }

  return (
    <div className={styles.around} ref={place}>
      <Button type="button" variant="secondary" onClick={ask} aria-disabled={isAsking}>
        <Icon name="locate" />
        {isAsking ? text.asking : text.action}
      </Button>
      <div className={styles.problem} role="status">
        {problem && <p>{problem.sentence}</p>}
        {problem?.anyway && (
          <p>
            <a href={problem.anyway}>{text.anyway}</a>
          </p>
        )}
      </div>
    </div>
  )
}
