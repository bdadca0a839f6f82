import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { errorWords } from '@/lib/i18n/error-words'
import { defaultLocale, type Locale } from '@/lib/i18n/languages'
import { localPath, readLocalPath } from '@/lib/i18n/path'
import { Page } from './page'

interface Props {
  error: unknown
  onRetry: () => void
}

/** The language of the address: all that is sure when a page failed. */
export function useAddressLocale(): Locale {
  return useSyncExternalStore(
    () => () => undefined,
    () => readLocalPath(window.location.pathname).locale,
    () => defaultLocale,
  )
}

/** What the server's log knows the failure by. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
}

/**
 * What is left to say when a page failed. Its words come straight from their small catalogues:
 * it is drawn in the browser, where whole ones would weigh on every page.
 */
export function Failure({ error, onRetry }: Props) {
  const locale = useAddressLocale()
  const words = errorWords[locale]
  const reference = referenceOf(error)
  return (
    <Page width="text">
      <title>{`${words.error} · ${words.title}`}</title>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <Button type="button" onClick={onRetry}>
          {words.retry}
        </Button>
      </p>
      <p>
        <a href={localPath(locale, '/')}>{words.home}</a>
      </p>
      {reference && (
        <p>
          {words.reference} <code>{reference}</code>
        </p>
      )}
    </Page>
  )
}
