'use client'

import './globals.css'
import { Failure, useAddressLocale } from '@/components/site/failure'
import { directionOf } from '@/lib/i18n/languages'

/** When the outermost layout itself failed: this page brings its own `html`. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const locale = useAddressLocale()
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <Failure error={error} onRetry={retry} />
      </body>
    </html>
  )
}
