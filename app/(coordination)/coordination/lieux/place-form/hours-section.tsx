import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import type { FormFields } from './form-fields'
import styles from './hours-section.module.css'
import { HoursWords } from './hours-words-loader'
import { DaySlots, WeekTable } from './week-table'

/** Hours as OpenStreetMap writes them, for what no table says. */
const examples = {
  appointment: '"sur rendez-vous"',
  firstSaturday: 'Mo-Fr 09:00-17:00; Sa[1] 09:00-12:00',
  summer: 'Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-12:00',
} as const

/** The hours: a week to fill in, a text for what it cannot draw, or nothing. */
export function HoursSection({ fields }: { fields: FormFields }) {
  const t = useTranslations('coordination.hours')
  const radios = (name: string, label: string, group: string, values: readonly string[]) => (
    <CheckboxGroup
      type="radio"
      name={name}
      label={label}
      error={fields.error(name)}
      choices={values.map((value) => ({ value, label: t(`${group}.${value}` as 'mode.week') }))}
      defaultValues={[fields.text(name) || (values[0] ?? '')]}
      columns={name !== 'mode'}
    />
  )
  const special = ['same', 'closed', 'hours']
  const reason = fields.text('reason')
  return (
    <div className={styles.hours}>
      {reason && (
        <Notice>
          <p>{t('keptAsText', { reason: t(`reasons.${reason}` as 'reasons.dates') })}</p>
        </Notice>
      )}
      {['reason', 'original', 'drawn'].map((name) => (
        <input key={name} type="hidden" name={name} value={fields.text(name)} />
      ))}
      {radios('mode', t('modeLabel'), 'mode', ['week', 'text', 'unknown'])}
      <div className={styles.week}>
        <p>{t('slotsHint')}</p>
        {radios('rhythm', t('rhythmLabel'), 'rhythm', ['weekly', 'alternating'])}
        <WeekTable fields={fields} name="week" title={t('table.week')} />
        <div className={styles.even}>
          <WeekTable fields={fields} name="even" title={t('table.even')} />
        </div>
        {radios('publicHolidays', t('publicHolidaysLabel'), 'special', special)}
        <div className={styles.holiday}>
          <DaySlots fields={fields} name="holiday" title={t('table.holiday')} />
        </div>
        {radios('schoolHolidays', t('schoolHolidaysLabel'), 'special', special)}
        <div className={styles.school}>
          <WeekTable fields={fields} name="school" title={t('table.school')} />
        </div>
        <HoursWords title={t('inWords')} />
      </div>
      <div className={styles.text}>
        <Textarea
          name="text"
          label={t('textLabel')}
          hint={t('textHint')}
          error={fields.error('text')}
          defaultValue={fields.text('text')}
          rows={2}
          maxLength={1000}
        />
        <dl className={styles.examples}>
          {(Object.keys(examples) as (keyof typeof examples)[]).map((example) => (
            <div key={example}>
              <dt>
                <code>{examples[example]}</code>
              </dt>
              <dd>{t(`examples.${example}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
