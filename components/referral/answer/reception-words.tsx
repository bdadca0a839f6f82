import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The words that the forms of a place say in the browser. */
export async function ReceptionWords({ children }: { children: ReactNode }) {
  const { reception } = await getMessages()
  return <NextIntlClientProvider messages={{ reception }}>{children}</NextIntlClientProvider>
}
