import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Tiles } from '@/components/map/map-props'
import { TextInput } from '@/components/ui/text-input'
import type { Address } from '@/components/where/suggestion'
import { useCommunes } from '@/components/where/use-communes'
import { AddressField } from './address-field'
import { Line } from './fields'
import type { FormFields } from './form-fields'
import styles from './place-form.module.css'
import { PositionFields } from './position-fields'

/** The address, suggested as it is typed; its commune; its position. */
export function AddressSection({ fields, tiles }: { fields: FormFields; tiles: Tiles }) {
  const t = useTranslations('coordination')
  const [chosen, setChosen] = useState<Address | null>(null)
  const { suggestions, search } = useCommunes()
  const filled = chosen ? withAddress(fields, chosen) : fields
  return (
    <>
      <AddressField fields={fields} onChoose={setChosen} />
      <Line fields={fields} name="addressComplement" hint={t('hints.addressComplement')} maxLength={300} />
      {/* An address that was chosen fills in fresh fields. */}
      <div key={chosen?.libelle}>
        <div className={styles.pair}>
          <TextInput
            name="postcode"
            label={t('fields.postcode')}
            error={fields.error('postcode')}
            defaultValue={filled.text('postcode')}
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
            defaultValue={filled.text('commune')}
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
        <PositionFields fields={filled} tiles={tiles} />
      </div>
    </>
  )
}

/** How exact an address is, as the API says it and as the form does. */
const precisionOf: Readonly<Record<string, string>> = { adresse: 'ADDRESS', voie: 'STREET' }

function withAddress(fields: FormFields, address: Address): FormFields {
  const values: Readonly<Record<string, string>> = {
    postcode: address.codePostal,
    commune: address.commune,
    latitude: String(address.lat),
    longitude: String(address.lon),
    precision: precisionOf[address.precision] ?? 'STREET',
  }
  return { ...fields, text: (name) => values[name] ?? fields.text(name) }
}
