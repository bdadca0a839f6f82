'use client'

import './globals.css'
import { Failure } from '@/components/site/failure'

/** When the outermost layout itself failed: this page brings its own `html`. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="fr">
      <body>
        <Failure error={error} onRetry={retry} />
      </body>
    </html>
  )
}
