import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The words that the forms and what they turn into say in the browser. */
export async function ClientWords({ children }: { children: ReactNode }) {
  const all = await getMessages()
  const { orientation, openingTimes, needs, fees, kinds, card, distance, opening, specialCare, programmes } = all
  const { filterNames, lieux } = all
  return (
    <NextIntlClientProvider
      messages={{
        orientation,
        openingTimes,
        needs,
        fees,
        kinds,
        card,
        distance,
        opening,
        specialCare,
        programmes,
        filterNames,
        lieux: { accessible: lieux.accessible },
      }}
    >
      {children}
    </NextIntlClientProvider>
  )
}
