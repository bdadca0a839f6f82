'use client'

import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import styles from './map-panel.module.css'
import type { MapProps } from './map-props'

/** Without a connection the map may not come: the page goes on without it. */
const Unreached = ({ text }: MapProps) => <p className={styles.loading}>{text.placesFailed}</p>
const PlaceMap = dynamic(
  () =>
    import('./place-map').then(
      (module) => module.PlaceMap,
      () => Unreached,
    ),
  { ssr: false },
)

/** Loads the map when it comes near the screen: a phone that never scrolls to it never pays for it. */
export function LazyMap({ loading, ...props }: MapProps & { loading: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setIsNear(true)
      },
      { rootMargin: '200px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return (
    <div ref={frame} className={styles.frame}>
      {isNear ? <PlaceMap {...props} /> : <p className={styles.loading}>{loading}</p>}
    </div>
  )
}
