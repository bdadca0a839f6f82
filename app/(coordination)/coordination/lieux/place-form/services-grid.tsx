import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { TextInput } from '@/components/ui/text-input'
import { audiences, fees, services, supportModes } from '@/lib/open-data/vocabulary'
import { levels } from '@/lib/places/words'
import type { Service } from '@/prisma/client/enums'
import type { FormFields } from './form-fields'
import { Section } from './section'
import styles from './services-grid.module.css'

const columns = { supportModes, fees, audiences, levels } as const

/** Every service, one line each: tick it, and say how. The lines of services not offered stay short. */
export function ServicesGrid({ fields }: { fields: FormFields }) {
  const t = useTranslations('coordination')
  return (
    <Section id="services" title={t('sections.services')} intro={t('hints.grid')}>
      {(Object.keys(services) as Service[]).map((service) => (
        <ServiceRow key={service} service={service} fields={fields} />
      ))}
    </Section>
  )
}

function ServiceRow({ service, fields }: { service: Service; fields: FormFields }) {
  const t = useTranslations('coordination.fields')
  const of = (part: string) => `services.${service}.${part}`
  return (
    <fieldset className={styles.row}>
      <legend className="visually-hidden">{services[service]}</legend>
      <label className={styles.offered}>
        <input
          type="checkbox"
          id={of('offered')}
          name={of('offered')}
          value="on"
          defaultChecked={fields.isTicked(of('offered'))}
        />
        <span>{services[service]}</span>
      </label>
      <div className={styles.details}>
        {(Object.keys(columns) as (keyof typeof columns)[]).map((part) => (
          <CheckboxGroup
            key={part}
            name={`${of(part)}[]`}
            id={of(part)}
            label={t(part)}
            error={fields.error(of(part))}
            choices={Object.entries(columns[part]).map(([value, label]) => ({ value, label }))}
            defaultValues={fields.list(of(part))}
          />
        ))}
        {(['note', 'bookingUrl'] as const).map((part) => (
          <div key={part} className={styles.wide}>
            <TextInput
              name={of(part)}
              label={t(part)}
              error={fields.error(of(part))}
              defaultValue={fields.text(of(part))}
              autoComplete="off"
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
