import { useEffect, useRef, useState } from 'react'
import { formObject, readForm } from '@/lib/form-state'
import { drawnHours } from '@/lib/hours/week-editor/form'
import { hoursWords } from '@/lib/hours/week-editor/words'
import styles from './hours-section.module.css'

/** The table said in words, while it is being filled in. */
export function HoursWords({ title }: { title: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState<readonly string[]>([])
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const read = () => {
      const hours = drawnHours(formObject(readForm(new FormData(form))))
      setLines(hours ? hoursWords(hours) : [])
    }
    read()
    // Rows that a button fills in change after the click.
    const later = () => setTimeout(read)
    form.addEventListener('input', read)
    form.addEventListener('click', later)
    return () => {
      form.removeEventListener('input', read)
      form.removeEventListener('click', later)
    }
  }, [])
  return (
    <div ref={box} className={styles.words} role="status" hidden={lines.length === 0}>
      <p>{title}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
