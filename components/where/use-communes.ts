import { useRef, useState } from 'react'

/** A commune as `/api/v1/communes` tells it. */
export interface Suggestion {
  code: string
  nom: string
  codesPostaux: string[]
  departement: string
  lat: number | null
  lon: number | null
}

const pauseMilliseconds = 120
const shortest = 2

/** Communes for what is being typed. `null` when nothing is asked; a failure is silent, as the form works without. */
export function useCommunes() {
  const [suggestions, setSuggestions] = useState<Suggestion[] | null>(null)
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; request: AbortController } | null>(null)

  function clear() {
    if (pending.current) {
      clearTimeout(pending.current.timer)
      pending.current.request.abort()
    }
    setSuggestions(null)
  }

  function search(typed: string) {
    const query = typed.trim()
    if (query.length < shortest) return clear()
    if (pending.current) {
      clearTimeout(pending.current.timer)
      pending.current.request.abort()
    }
    const request = new AbortController()
    const timer = setTimeout(async () => {
      const found = await fetchCommunes(query, request.signal)
      if (!request.signal.aborted) setSuggestions(found)
    }, pauseMilliseconds)
    pending.current = { timer, request }
  }

  return { suggestions, search, clear }
}

async function fetchCommunes(query: string, signal: AbortSignal): Promise<Suggestion[] | null> {
  try {
    const response = await fetch(`/api/v1/communes?q=${encodeURIComponent(query)}`, { signal })
    return response.ok ? ((await response.json()) as Suggestion[]) : null
  } catch {
    return null
  }
}
