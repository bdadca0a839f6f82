import { useEffect, useRef, useState } from 'react'
import { fetchAddresses, fetchTerritories, type Suggestion } from './suggestion'

const pauseMilliseconds = 120
/** Before others are asked for an address, the typing rests for a while. */
const longerPauseMilliseconds = 250
const shortest = 2

/**
 * Suggestions for what is being typed: communes first, addresses after them when they come, so that nothing
 * moves under the finger. `null` when nothing is asked; a failure is silent, as the form works without.
 */
export function useSuggestions() {
  const [suggestions, setSuggestions] = useState<Suggestion[] | null>(null)
  const pending = useRef<AbortController | null>(null)
  useEffect(() => () => pending.current?.abort(), [])

  function stop() {
    pending.current?.abort()
    pending.current = null
  }

  function clear() {
    stop()
    setSuggestions(null)
  }

  async function search(typed: string) {
    stop()
    const query = typed.trim()
    if (query.length < shortest) return setSuggestions(null)
    const request = new AbortController()
    pending.current = request
    const { signal } = request
    if (!(await pause(pauseMilliseconds, signal))) return
    const found = await fetchTerritories(query, signal)
    if (signal.aborted) return
    // While addresses may come, an empty list is not yet an answer.
    setSuggestions(found && (found.suggestions.length > 0 || !found.mayBeAddress) ? found.suggestions : null)
    if (!found?.mayBeAddress || !(await pause(longerPauseMilliseconds, signal))) return
    const addresses = await fetchAddresses(query, signal)
    if (!signal.aborted) setSuggestions([...found.suggestions, ...addresses])
  }

  return { suggestions, search, clear }
}

/** @returns whether the time has passed, rather than the signal been given */
export function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve(false)
    })
  })
}
