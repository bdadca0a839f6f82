'use client'

import { useEffect, useRef, useState } from 'react'
import { localDate } from '@/components/site/local-date'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import styles from './kept-list.module.css'
import { forgetAll, forgetPlace, type KeptPlace, useKeptPlaces } from './kept-places'
import { SheetChoice, type SheetChoiceWords } from './sheet-choice'

export interface KeptListText {
  none: string
  /** `{date}` is replaced. */
  keptOn: string
  forget: string
  forgotten: string
  forgetAll: string
  allForgotten: string
  /** `{date}` is replaced. */
  lastResults: string
  sheet: SheetChoiceWords
}

interface Props {
  text: KeptListText
  locale: string
  /** The sheet of several places; absent where it cannot be reached */
  sheetPath?: string
}

/** What is kept on this device: the places, and the last list of results where a worker keeps it. */
export function KeptList({ text, locale, sheetPath }: Props) {
  const places = useKeptPlaces()
  const [lastResults, setLastResults] = useState<{ url: string; at: string } | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    void findLastResults().then(setLastResults)
  }, [])

  if (!places) return null

  /** What had the focus goes: it must not be lost. */
  function forgetThen(sentence: string, forget: () => void) {
    forget()
    setSaid(sentence)
    list.current?.focus()
  }

  function forgetEverything() {
    void forgetAll()
    setLastResults(null)
  }

  return (
    <div ref={list} tabIndex={-1}>
      <p role="status">{said}</p>
      {places.length === 0 && <p>{text.none}</p>}
      <ul className={styles.list}>
        {places.map((place: KeptPlace) => (
          <li key={place.id}>
            <h2 className={styles.name}>
              <a href={place.path} lang="fr">
                {place.name}
              </a>
            </h2>
            <p lang="fr">{place.where}</p>
            <p className={styles.date}>{text.keptOn.replace('{date}', localDate(place.keptAt, locale))}</p>
            <Button type="button" variant="quiet" onClick={() => forgetThen(text.forgotten, () => forgetPlace(place))}>
              <Icon name="close" /> {text.forget}{' '}
              <span className="visually-hidden" lang="fr">
                {place.name}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {sheetPath && <SheetChoice places={places} action={sheetPath} words={text.sheet} />}
      {lastResults && (
        <p>
          <a className={styles.results} href={lastResults.url}>
            {text.lastResults.replace('{date}', localDate(lastResults.at, locale))}
          </a>
        </p>
      )}
      {(places.length > 0 || lastResults) && (
        <Button type="button" variant="danger" onClick={() => forgetThen(text.allForgotten, forgetEverything)}>
          {text.forgetAll}
        </Button>
      )}
    </div>
  )
}

/** The worker keeps one list, the last that was read. */
async function findLastResults(): Promise<{ url: string; at: string } | null> {
  if (!('caches' in window)) return null
  const cache = await caches.open('results')
  const [request] = await cache.keys()
  const date = request && (await cache.match(request))?.headers.get('date')
  return request && date ? { url: request.url, at: date } : null
}
