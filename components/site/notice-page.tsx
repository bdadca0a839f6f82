import type { ComponentProps, ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { Page } from './page'

interface Props {
  title: string
  tone?: ComponentProps<typeof Notice>['tone']
  /** Above the text */
  notice?: string
  text: string
  /** The ways on */
  children?: ReactNode
}

/** A page that only tells why it shows nothing more. */
export function NoticePage({ title, tone, notice, text, children }: Props) {
  return (
    <Page width="text">
      <h1>{title}</h1>
      <Notice tone={tone} title={notice}>
        <p>{text}</p>
      </Notice>
      {children}
    </Page>
  )
}
