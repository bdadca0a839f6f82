import { useTranslations } from 'next-intl'
import { useLocalPath } from '@/components/site/local-path'
import { Button } from '@/components/ui/button'
import { AroundMe } from './around-me'
import { PlaceCombobox } from './place-combobox'
import styles from './where-field.module.css'

interface Props {
  defaultValue?: string
  /** The rest of the search, as a query string. */
  params?: string
  /** The French address of the page that answers, which the form around leads to */
  page?: string
  /** What its button says, when it does not find places */
  submit?: string
}

/** "Où êtes-vous ?": a commune, a postcode, an address or the browser's position. Stands in a GET form to `page`. */
export function WhereField({ defaultValue, params, page = '/lieux', submit }: Props) {
  const t = useTranslations('where')
  const to = useLocalPath()
  return (
    <div className={styles.where}>
      <div className={styles.line}>
        <PlaceCombobox
          defaultValue={defaultValue}
          text={{
            label: t('label'),
            hint: t('hint'),
            found: t.raw('found'),
            none: t('none'),
            communes: t('communes'),
            departments: t('departments'),
            addresses: t('addresses'),
            formerly: t.raw('formerly'),
          }}
        />
        <Button>{submit ?? t('submit')}</Button>
      </div>
      <AroundMe
        address={to(page)}
        params={params}
        text={{
          action: t('around'),
          asking: t('asking'),
          refused: t('refused'),
          unavailable: t('unavailable'),
          tooLong: t('tooLong'),
          imprecise: t.raw('imprecise'),
          anyway: t('anyway'),
          abroad: t('abroad'),
        }}
      />
    </div>
  )
}
