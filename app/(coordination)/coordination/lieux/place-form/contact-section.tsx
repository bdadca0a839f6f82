import { useTranslations } from 'next-intl'
import { Line, Lines } from './fields'
import type { FormFields } from './form-fields'
import styles from './place-form.module.css'
import { Section } from './section'

/** Hours as OpenStreetMap writes them, from the commonest. */
const examples = ['weekdays', 'half-days', 'saturday', 'holidays'] as const
const osm = {
  weekdays: 'Mo-Fr 09:00-12:00,14:00-17:00',
  'half-days': 'Mo,We,Fr 09:00-12:00; Tu,Th 14:00-18:00',
  saturday: 'Tu-Sa 10:00-18:00',
  holidays: 'Mo-Fr 09:00-17:00; PH off',
}

interface Props {
  fields: FormFields
  hoursPreview: readonly string[] | null
}

export function ContactSection({ fields, hoursPreview }: Props) {
  const t = useTranslations('coordination')
  return (
    <Section id="contact" title={t('sections.contact')}>
      <div className={styles.pair}>
        <Line fields={fields} name="phone" type="tel" />
        <Line fields={fields} name="bookingUrl" type="url" inputMode="url" />
      </div>
      <div className={styles.pair}>
        <Lines fields={fields} name="emails" hint={t('hints.onePerLine')} rows={2} />
        <Lines fields={fields} name="websites" hint={t('hints.onePerLine')} rows={2} />
      </div>
      <Line fields={fields} name="openingHours" hint={t('hints.openingHours')} maxLength={500} />
      {hoursPreview && hoursPreview.length > 0 && (
        <div className={styles.preview}>
          <p>{t('place.hoursUnderstood')}</p>
          <ul>
            {hoursPreview.map((day) => (
              <li key={day}>{day}</li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary>{t('place.hoursExamples')}</summary>
        <dl className={styles.examples}>
          {examples.map((example) => (
            <div key={example}>
              <dt>
                <code>{osm[example]}</code>
              </dt>
              <dd>{t(`examples.${example}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  )
}
