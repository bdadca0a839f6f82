import { useEffect, useMemo, useState } from 'react'
import { decodeIds } from '@/lib/map/found-ids'
import { decodeMapData, type MapData } from '@/lib/map/map-data'
import { filterOf, selectPlaces } from '@/lib/map/map-filter'
import { spotsOf } from '@/lib/map/spots'
import { fetchFile } from './fetch-file'
import { searchOfForm } from './search-of-form'
import type { ShownPlaces } from './shown-places'

interface Answer {
  places: ShownPlaces | null
  /** The parameters of what is shown */
  params: URLSearchParams
  /** A filter of the page has been changed and not sent yet: the map is ahead of the list */
  isAhead: boolean
  hasFailed: boolean
}

/**
 * All the places of France, those that a search finds shown. The page's filters are followed as they are
 * changed: what facets tell is filtered here, the server answers for the rest.
 *
 * @param query the parameters of the page's search; without them there is nothing to show
 */
export function useShownPlaces(query: string | undefined): Answer {
  const [data, setData] = useState<MapData | null>(null)
  const [shown, setShown] = useState<Uint8Array | null>(null)
  const [changed, setChanged] = useState<URLSearchParams | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const params = useMemo(() => changed ?? new URLSearchParams(query), [changed, query])
  const spots = useMemo(() => data && spotsOf(data), [data])

  useEffect(() => {
    if (query === undefined) return
    const request = new AbortController()
    fetchFile('/lieux/carte', request.signal)
      .then((buffer) => setData(decodeMapData(buffer)))
      .catch(() => setHasFailed(!request.signal.aborted))
    return () => request.abort()
  }, [query])

  useEffect(() => {
    function onChange({ target }: Event) {
      const form = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.form : null
      if (!form?.matches('form[action$="/lieux"]')) return
      setChanged(searchOfForm(form, new URLSearchParams(query)))
    }
    document.addEventListener('change', onChange)
    return () => document.removeEventListener('change', onChange)
  }, [query])

  useEffect(() => {
    if (!data) return
    const { groups, rest } = filterOf(params, data.parameters)
    if (`${rest}` === '') {
      setShown(selectPlaces(data, groups))
      return
    }
    const request = new AbortController()
    fetchFile(`/lieux/carte/trouves?${rest}`, request.signal)
      .then((buffer) => {
        setShown(selectPlaces(data, groups, decodeIds(buffer)))
        setHasFailed(false)
      })
      .catch(() => setHasFailed(!request.signal.aborted))
    return () => request.abort()
  }, [data, params])

  const places = useMemo(() => (data && spots && shown ? { data, spots, shown } : null), [data, spots, shown])
  return { places, params, isAhead: inOrder(params) !== inOrder(new URLSearchParams(query)), hasFailed }
}

function inOrder(params: URLSearchParams): string {
  const sorted = new URLSearchParams(params)
  sorted.sort()
  return `${sorted}`
}
