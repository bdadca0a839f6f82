import { Button } from '@/components/ui/button'
import words from '@/lib/i18n/messages/errors.fr.json'
import { Page } from './page'

interface Props {
  error: unknown
  onRetry: () => void
}

/** What the server's log knows the failure by. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
}

/**
 * What is left to say when a page failed. Its words come straight from their small catalogue:
 * it is drawn in the browser, where the whole one would weigh on every page.
 */
export function Failure({ error, onRetry }: Props) {
  const reference = referenceOf(error)
  return (
    <Page width="text">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <Button type="button" onClick={onRetry}>
          {words.retry}
        </Button>
      </p>
      <p>
        <a href="/">{words.home}</a>
      </p>
      {reference && (
        <p>
          {words.reference} <code>{reference}</code>
        </p>
      )}
    </Page>
  )
}
