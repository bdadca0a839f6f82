'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Shortcuts, useShortcuts, usesShortcuts } from '@/components/ui/shortcuts'
import { isTyping } from '@/components/ui/typing'
import styles from './dashboard.module.css'
import { type TaskName, tasks } from './tasks'

/** What needs the person, each with one key to start; letters can be turned off. */
export function TaskList({ waiting }: { waiting: readonly { name: TaskName; count: number }[] }) {
  const t = useTranslations('coordination.today')
  const hasKeys = useShortcuts() === true
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !usesShortcuts()) return
      const started = waiting.find(({ name }) => tasks[name].key === event.key.toLowerCase())
      if (!started) return
      event.preventDefault()
      location.assign(tasks[started.name].href)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [waiting])
  return (
    <>
      <ul className={styles.tasks}>
        {waiting.map(({ name, count }) => (
          <li key={name}>
            <a href={tasks[name].href}>
              <span className={styles.number}>{count}</span>
              <span className={styles.what}>{t(`tasks.${name}`, { count })}</span>
              {hasKeys && (
                <kbd>
                  <span className="visually-hidden">{t('key')} </span>
                  {tasks[name].key.toUpperCase()}
                </kbd>
              )}
            </a>
          </li>
        ))}
      </ul>
      <Shortcuts
        title={t('keys.title')}
        use={t('keys.use')}
        columns={[t('keys.key'), t('keys.does')]}
        keys={waiting.map(({ name, count }) => [
          tasks[name].key.toUpperCase(),
          `${count} ${t(`tasks.${name}`, { count })}`,
        ])}
      />
    </>
  )
}
