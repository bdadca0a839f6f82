'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

/** Opens the browser's own way to print; absent where no script would answer it. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(true), [])
  if (!isReady) return null
  return (
    <Button type="button" onClick={() => window.print()}>
      {children}
    </Button>
  )
}
