'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Milliseconds */
const interval = 2000

/** Asks for the page again and again while it stands there: for work under way, which a link shows without scripts. */
export function RefreshOften() {
  const { refresh } = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.hidden || refresh(), interval)
    return () => clearInterval(timer)
  }, [refresh])
  return null
}
