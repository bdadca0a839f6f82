'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The title of what a form turned into: the keyboard and the voice start there, as on a new page. */
export function PageTitle({ isAnswer, children }: { isAnswer: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isAnswer) heading.current?.focus()
  }, [isAnswer])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
