'use client'

import { Failure } from '@/components/site/failure'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} onRetry={retry} />
}
