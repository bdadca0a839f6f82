import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { TextInput } from '@/components/ui/text-input'
import { audiences, fees, services, supportModes } from '@/lib/open-data/vocabulary'
import { levels } from '@/lib/places/words'
import type { FormFields } from './form-fields'
import styles from './services-grid.module.css'
import { useGridKeys } from './use-grid-keys'

const columns = { supportModes, fees, audiences, levels } as const
const parts = Object.keys(columns) as (keyof typeof columns)[]
const choices = parts.flatMap((part) => Object.entries(columns[part]).map(([value, label]) => ({ part, value, label })))

/**
 * Every service, one line each: tick it, and say how. Arrow keys go from cell to cell and the space bar
 * ticks; without scripts the boxes are those of any form.
 */
export function ServicesGrid({ fields }: { fields: FormFields }) {
  const t = useTranslations('coordination')
  const keys = useGridKeys()
  return (
    <>
      <p id="aide-grille">{t('hints.grid')}</p>
      {fields.error('services') && <p className={styles.error}>{fields.error('services')}</p>}
      <div className={styles.frame}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid that the arrow keys walk through. */}
        <table role="grid" className={styles.grid} aria-describedby="aide-grille" {...keys}>
          <caption className="visually-hidden">{t('sections.services')}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('place.service')}
              </th>
              {parts.map((part) => (
                <th key={part} scope="colgroup" colSpan={Object.keys(columns[part]).length}>
                  {t(`fields.${part}`)}
                </th>
              ))}
            </tr>
            <tr>
              {choices.map(({ part, value, label }) => (
                <th key={`${part} ${value}`} scope="col" className={styles.choice}>
                  <span>{label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(services).map(([service, label], row) => (
              <ServiceRows key={service} service={service} label={label} row={row} fields={fields} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface RowProps {
  service: string
  label: string
  row: number
  fields: FormFields
}

function ServiceRows({ service, label, row, fields }: RowProps) {
  const t = useTranslations('coordination.fields')
  const of = (part: string) => `services.${service}.${part}`
  return (
    <Fragment>
      <tr className={styles.row}>
        <th scope="row" className={styles.service}>
          <label>
            <input
              type="checkbox"
              id={of('offered')}
              name={of('offered')}
              value="on"
              defaultChecked={fields.isTicked(of('offered'))}
              data-cell={`${row} 0`}
            />
            <span>{label}</span>
          </label>
        </th>
        {choices.map(({ part, value, label: choice }, column) => (
          <td key={`${part} ${value}`} className={styles.cell}>
            <label>
              <input
                type="checkbox"
                name={`${of(part)}[]`}
                value={value}
                defaultChecked={fields.list(of(part)).includes(value)}
                data-cell={`${row} ${column + 1}`}
              />
              <span>
                {choice}
                <span className="visually-hidden">, {label}</span>
              </span>
            </label>
          </td>
        ))}
      </tr>
      <tr className={styles.more}>
        <td colSpan={choices.length + 1}>
          <div className={styles.texts}>
            {(['note', 'bookingUrl'] as const).map((part) => (
              <TextInput
                key={part}
                name={of(part)}
                label={
                  <>
                    {t(part)} <span className="visually-hidden">, {label}</span>
                  </>
                }
                error={fields.error(of(part))}
                defaultValue={fields.text(of(part))}
                autoComplete="off"
              />
            ))}
          </div>
        </td>
      </tr>
    </Fragment>
  )
}
