import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The words that the forms of vouchers say in the browser. */
export async function VoucherWords({ children }: { children: ReactNode }) {
  const { vouchers } = await getMessages()
  return <NextIntlClientProvider messages={{ vouchers }}>{children}</NextIntlClientProvider>
}
