import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { weekdays } from '@/lib/hours/week-editor/weekdays'
import type { FormFields } from './form-fields'
import styles from './hours-section.module.css'
import { type SlotRow, SlotRows, withSpare } from './slot-rows'

interface Props {
  fields: FormFields
  /** `week`: the fields are `week.mo.0.opens`, `week.mo.0.closes`, `week.mo.0.comment`… */
  name: string
  title: string
}

/** Seven days, each with its slots: plain fields, that buttons fill in from another day. */
export function WeekTable({ fields, name, title }: Props) {
  const t = useTranslations('coordination.hours')
  const [week, setWeek] = useState(() => weekdays.map((weekday) => rowsOf(fields, `${name}.${weekday}`)))
  const set = (days: readonly number[], rows: SlotRow[]) =>
    setWeek(week.map((each, index) => (days.includes(index) ? rows : each)))
  return (
    <fieldset className={styles.table} id={name}>
      <legend>{title}</legend>
      {fields.error(name) && <FieldError id={name}>{fields.error(name)}</FieldError>}
      {weekdays.map((weekday, index) => (
        <Day
          key={weekday}
          name={`${name}.${weekday}`}
          title={t(`days.${weekday}`)}
          error={fields.error(`${name}.${weekday}`)}
        >
          <SlotRows name={`${name}.${weekday}`} rows={week[index] ?? []} onChange={(rows) => set([index], rows)} />
          <div className={styles.buttons}>
            <Button
              type="button"
              variant="quiet"
              aria-label={t(index === 0 ? 'copyMonday' : 'copyFrom', { day: t(`days.${weekday}`) })}
              onClick={() => (index === 0 ? set([1, 2, 3, 4], week[0] ?? []) : set([index], week[index - 1] ?? []))}
            >
              {t(index === 0 ? 'copyMondayShort' : 'copyFromShort')}
            </Button>
          </div>
        </Day>
      ))}
    </fieldset>
  )
}

/** The slots of one sort of day. */
export function DaySlots({ fields, name, title }: Props) {
  const [rows, setRows] = useState(() => rowsOf(fields, name))
  return (
    <Day name={name} title={title} error={fields.error(name)}>
      <SlotRows name={name} rows={rows} onChange={setRows} />
    </Day>
  )
}

interface DayProps {
  name: string
  title: string
  error: string | undefined
  children: ReactNode
}

function Day({ name, title, error, children }: DayProps) {
  return (
    <fieldset className={styles.day} id={name} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{title}</legend>
      {children}
      {error && <FieldError id={name}>{error}</FieldError>}
    </fieldset>
  )
}

/** What the form says of a day, and a slot to fill in. */
function rowsOf(fields: FormFields, name: string): SlotRow[] {
  const rows: SlotRow[] = []
  for (let index = 0; index < 12; index++) {
    const of = (part: keyof SlotRow) => fields.text(`${name}.${index}.${part}`)
    rows.push({ opens: of('opens'), closes: of('closes'), comment: of('comment') })
  }
  return withSpare(rows.filter((row) => Object.values(row).some(Boolean)))
}
