import type { ReactNode } from 'react'

/** Sheets for paper have no header nor footer: the whole of the A4 page is theirs. */
export const dynamic = 'force-dynamic'

export default function PrintLayout({ children }: { children: ReactNode }) {
  return children
}
