'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Notice } from '@/components/ui/notice'
import { localDate } from './local-date'
import styles from './offline-copy.module.css'

interface Props {
  /** Of the build; empty while developing, where nothing is to be kept. */
  version: string
  /** `{date}` is replaced. */
  words: string
  locale: string
}

/** Has a worker keep what opens without a connection, and says when the page being read was kept. */
export function OfflineCopy({ version, words, locale }: Props) {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  const [keptAt, setKeptAt] = useState('')

  useEffect(() => void startWorker(version), [version])
  useEffect(() => {
    if (!isOnline) void dateOfCopy().then(setKeptAt)
  }, [isOnline])

  return (
    <div role="status" className={styles.status}>
      {!isOnline && keptAt && (
        <Notice tone="warning">
          <p>{words.replace('{date}', localDate(keptAt, locale))}</p>
        </Notice>
      )}
    </div>
  )
}

async function startWorker(version: string): Promise<void> {
  const workers = navigator.serviceWorker
  if (!workers) return
  if (version) await workers.register(`/sw.js?v=${version}`)
  else for (const each of await workers.getRegistrations()) await each.unregister()
}

/** The header `Date` of the kept page; empty when it is not one. */
async function dateOfCopy(): Promise<string> {
  if (!('caches' in window)) return ''
  const copy = (await caches.match(window.location.pathname)) ?? (await caches.match(window.location.href))
  return copy?.headers.get('date') ?? ''
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}
