import { useTranslations } from 'next-intl'
import { Line, Lines } from './fields'
import type { FormFields } from './form-fields'
import styles from './place-form.module.css'

export function ContactSection({ fields }: { fields: FormFields }) {
  const t = useTranslations('coordination')
  return (
    <>
      <div className={styles.pair}>
        <Line fields={fields} name="phone" type="tel" />
        <Line fields={fields} name="bookingUrl" type="url" inputMode="url" />
      </div>
      <div className={styles.pair}>
        <Lines fields={fields} name="emails" hint={t('hints.onePerLine')} rows={2} />
        <Lines fields={fields} name="websites" hint={t('hints.onePerLine')} rows={2} />
      </div>
    </>
  )
}
