import { useTranslations } from 'next-intl'
import type { Tiles } from '@/components/map/map-props'
import { TextInput } from '@/components/ui/text-input'
import { useCommunes } from '@/components/where/use-communes'
import { Line } from './fields'
import type { FormFields } from './form-fields'
import styles from './place-form.module.css'
import { PositionFields } from './position-fields'
import { Section } from './section'

export function AddressSection({ fields, tiles }: { fields: FormFields; tiles: Tiles }) {
  const t = useTranslations('coordination')
  const { suggestions, search } = useCommunes()
  return (
    <Section id="adresse" title={t('sections.address')}>
      <Line fields={fields} name="address" hint={t('hints.address')} maxLength={300} required />
      <Line fields={fields} name="addressComplement" hint={t('hints.addressComplement')} maxLength={300} />
      <div className={styles.pair}>
        <TextInput
          name="postcode"
          label={t('fields.postcode')}
          error={fields.error('postcode')}
          defaultValue={fields.text('postcode')}
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          onChange={(event) => search(event.target.value)}
          required
        />
        <TextInput
          id="communeCode"
          name="commune"
          label={t('fields.commune')}
          error={fields.error('communeCode')}
          defaultValue={fields.text('commune')}
          list="communes"
          maxLength={100}
          autoComplete="off"
          required
        />
        <datalist id="communes">
          {suggestions?.map(({ code, nom }) => (
            <option key={code} value={nom} />
          ))}
        </datalist>
      </div>
      <PositionFields fields={fields} tiles={tiles} />
    </Section>
  )
}
