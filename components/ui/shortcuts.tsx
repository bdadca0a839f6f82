'use client'

import { useSyncExternalStore } from 'react'
import { Disclosure } from './disclosure'
import styles from './shortcuts.module.css'

const storageKey = 'raccourcis'
const listeners = new Set<() => void>()

/** Whether single letters are shortcuts on this device; they are until somebody says no (WCAG 2.1.4). */
export function usesShortcuts(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'non'
  } catch {
    // A browser that keeps nothing keeps no choice either: without a way to turn them off, there are none.
    return false
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** The choice of this device; null where no script runs. */
export function useShortcuts(): boolean | null {
  return useSyncExternalStore<boolean | null>(subscribe, usesShortcuts, () => null)
}

function choose(on: boolean) {
  try {
    localStorage.setItem(storageKey, on ? 'oui' : 'non')
  } catch {
    // Nothing can be kept: letters stay as they are.
  }
  for (const listener of listeners) listener()
}

interface Props {
  title: string
  /** Beside the box that turns letters on and off */
  use: string
  /** What works without them */
  off?: string
  columns: [key: string, meaning: string]
  keys: readonly (readonly [key: string, meaning: string])[]
}

/** The keys of a page and the choice not to have them; nothing where no script runs, since none works there. */
export function Shortcuts({ title, use, off, columns, keys }: Props) {
  const isOn = useShortcuts()
  if (isOn === null) return null
  return (
    <Disclosure summary={title} icon="key">
      <label className={styles.choice}>
        <input type="checkbox" checked={isOn} onChange={({ target }) => choose(target.checked)} />
        <span>{use}</span>
      </label>
      {off && <p className={styles.off}>{off}</p>}
      <table className={styles.keys}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map(([key, meaning]) => (
            <tr key={key}>
              <td>
                <kbd>{key}</kbd>
              </td>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  )
}
