import { useEffect, useRef, useState } from 'react'
import { type Address, readAddresses } from './suggestion'
import { pause } from './use-suggestions'

const pauseMilliseconds = 250
const shortest = 5

/** Addresses for what is being typed. `null` when nothing is asked; a failure is silent, as the form works without. */
export function useAddresses() {
  const [addresses, setAddresses] = useState<Address[] | null>(null)
  const pending = useRef<AbortController | null>(null)
  useEffect(() => () => pending.current?.abort(), [])

  function clear() {
    pending.current?.abort()
    setAddresses(null)
  }

  async function search(typed: string) {
    pending.current?.abort()
    const query = typed.trim()
    if (query.length < shortest) return setAddresses(null)
    const request = new AbortController()
    pending.current = request
    if (!(await pause(pauseMilliseconds, request.signal))) return
    const found = await readAddresses(query, request.signal)
    if (!request.signal.aborted) setAddresses(found.filter(({ adresse }) => adresse !== ''))
  }

  return { addresses, search, clear }
}
