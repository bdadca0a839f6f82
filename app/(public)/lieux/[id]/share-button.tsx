'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

interface Props {
  title: string
  url: string
  words: { share: string; copy: string; copied: string }
}

/** The telephone's own way to share, or a copy of the link; absent where the browser has neither. */
export function ShareButton({ title, url, words }: Props) {
  const [way, setWay] = useState<'share' | 'copy' | null>(null)
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if ('share' in navigator) setWay('share')
    else if ('clipboard' in navigator) setWay('copy')
  }, [])
  if (!way) return null

  async function pass() {
    try {
      if (way === 'share') await navigator.share({ title, url })
      else {
        await navigator.clipboard.writeText(url)
        setIsCopied(true)
      }
    } catch {
      // She changed her mind, or the browser refused: the other ways are beside this one.
    }
  }

  return (
    <>
      <Button type="button" variant="secondary" onClick={pass}>
        {words[way]}
      </Button>
      <span role="status">{isCopied && words.copied}</span>
    </>
  )
}
