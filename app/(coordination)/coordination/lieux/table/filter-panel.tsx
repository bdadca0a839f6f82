import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import pills from '@/components/ui/pills.module.css'
import { TextInput } from '@/components/ui/text-input'
import { filterNames, tableHref } from '@/lib/places/table/address'
import type { QueryParams, TableChoices } from '@/lib/places/table/filters'
import { safeInput } from '@/lib/privacy/safe-text'
import styles from './filter-panel.module.css'
import { type TickedName, useFilterValues } from './filter-values'

interface Props {
  parameters: QueryParams
  choices: TableChoices
}

const valuesOf = (parameters: QueryParams, name: string) =>
  [parameters[name] ?? []].flat().filter((value) => value !== '')

/** The search and its filters, in one form that is an address; then each filter in use, and a way to drop it. */
export function FilterPanel({ parameters, choices }: Props) {
  const t = useTranslations('coordination.table')
  const values = useFilterValues(choices)
  const ticked = Object.keys(values) as TickedName[]
  const active = filterNames.flatMap((name) => valuesOf(parameters, name).map((value) => ({ name, value })))
  const labelOf = (name: string, value: string) =>
    values[name as TickedName]?.find((each) => each.value === value)?.label ?? value
  const count = active.filter(({ name }) => name !== 'q').length
  return (
    <search>
      <form className={styles.search} action="/coordination/lieux">
        {valuesOf(parameters, 'tri').map((value) => (
          <input key={value} type="hidden" name="tri" value={value} />
        ))}
        <div className={styles.words}>
          <TextInput
            name="q"
            type="search"
            label={t('search')}
            defaultValue={valuesOf(parameters, 'q').join(' ')}
            {...safeInput}
          />
          <Button variant="secondary">{t('find')}</Button>
          <Disclosure summary={t('filters', { count })} icon="filter">
            <div className={styles.groups}>
              {ticked
                .filter((name) => values[name].length > 0)
                .map((name) => (
                  <CheckboxGroup
                    key={name}
                    name={name}
                    id={`filtre-${name}`}
                    label={t(`names.${name}`)}
                    choices={values[name]}
                    defaultValues={valuesOf(parameters, name)}
                  />
                ))}
              <TextInput
                name="commune"
                label={t('names.commune')}
                hint={t('communeHint')}
                defaultValue={valuesOf(parameters, 'commune').join(' ')}
              />
            </div>
            <Button>{t('apply')}</Button>
          </Disclosure>
        </div>
      </form>
      {active.length > 0 && (
        <ul className={pills.pills} aria-label={t('active')}>
          {active.map(({ name, value }) => {
            const label = `${t(`names.${name}`)}\u00a0: ${labelOf(name, value)}`
            const others = valuesOf(parameters, name).filter((each) => each !== value)
            return (
              <li key={`${name} ${value}`}>
                <a href={tableHref(parameters, { [name]: others })} aria-label={t('remove', { filter: label })}>
                  {label} <Icon name="close" size={16} />
                </a>
              </li>
            )
          })}
          <li>
            <a href={tableHref({ tri: parameters.tri })}>{t('clear')}</a>
          </li>
        </ul>
      )}
    </search>
  )
}
