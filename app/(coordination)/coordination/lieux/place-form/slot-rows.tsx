import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import styles from './hours-section.module.css'

/** A slot as it is typed. */
export interface SlotRow {
  opens: string
  closes: string
  comment: string
}

const empty: SlotRow = { opens: '', closes: '', comment: '' }

/** Two rows at least, and an empty one: without JavaScript none can be added. */
export function withSpare(rows: readonly SlotRow[]): SlotRow[] {
  return [...rows, ...Array.from({ length: Math.max(1, 2 - rows.length) }, () => empty)]
}

interface Props {
  name: string
  rows: readonly SlotRow[]
  onChange: (rows: SlotRow[]) => void
}

/** The slots of a day: from, to, and what is to be known of it. */
export function SlotRows({ name, rows, onChange }: Props) {
  const t = useTranslations('coordination.hours')
  const set = (index: number, change: Partial<SlotRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)))
  return (
    <div className={styles.slots}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form.
        <div key={index} className={styles.slot}>
          {(['opens', 'closes', 'comment'] as const).map((part) => (
            <label key={part} className={styles[part]}>
              <span>{t(`slot.${part}`)}</span>
              <input
                type={part === 'comment' ? 'text' : 'time'}
                name={`${name}.${index}.${part}`}
                value={row[part]}
                maxLength={part === 'comment' ? 100 : undefined}
                autoComplete="off"
                onChange={(event) => set(index, { [part]: event.target.value })}
              />
            </label>
          ))}
          {index === rows.length - 1 && (
            <span className={styles.buttons}>
              <Button type="button" variant="quiet" onClick={() => onChange([...rows, empty])}>
                {t('addSlot')}
              </Button>
            </span>
          )}
        </div>
      ))}
    </div>
  )
}
