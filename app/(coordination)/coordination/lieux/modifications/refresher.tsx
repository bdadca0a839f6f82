'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks again every two seconds how far the work is, for as long as the page is shown. */
export function Refresher() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 2000)
    return () => clearInterval(timer)
  }, [router])
  return null
}
