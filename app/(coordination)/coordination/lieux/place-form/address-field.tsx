import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { TextInput } from '@/components/ui/text-input'
import type { Address } from '@/components/where/suggestion'
import { SuggestionList } from '@/components/where/suggestion-list'
import { useAddresses } from '@/components/where/use-addresses'
import { useCombobox } from '@/components/where/use-combobox'
import type { FormFields } from './form-fields'
import styles from './place-form.module.css'

interface Props {
  fields: FormFields
  onChoose: (address: Address) => void
}

/** Number and street, with the addresses that begin like it: one that is chosen fills in the rest. */
export function AddressField({ fields, onChoose }: Props) {
  const t = useTranslations('coordination')
  const [value, setValue] = useState(fields.text('address'))
  const { addresses, search, clear } = useAddresses()
  const input = useRef<HTMLDivElement>(null)
  const suggestions = addresses?.map((address) => ({
    ...address,
    id: address.libelle,
    kind: 'adresse' as const,
    name: address.libelle,
    detail: '',
    formerName: null,
    value: address.adresse,
  }))
  const { isOpen, active, listId, optionId, choose, type, field } = useCombobox<Address>({
    items: addresses,
    search,
    clear,
    onChoose: (address) => {
      setValue(address.adresse)
      onChoose(address)
      input.current?.querySelector('input')?.focus()
    },
  })
  return (
    <div className={styles.suggested} ref={input}>
      <TextInput
        name="address"
        label={t('fields.address')}
        hint={t('hints.address')}
        error={fields.error('address')}
        maxLength={300}
        required
        value={value}
        onChange={(event) => {
          setValue(event.target.value)
          type(event.target.value)
        }}
        {...field}
      />
      <SuggestionList
        id={listId}
        label={t('place.addresses')}
        suggestions={suggestions ?? []}
        active={active}
        optionId={optionId}
        text={{ communes: '', departments: '', addresses: t('place.addresses'), formerly: '' }}
        onChoose={(suggestion) => choose(suggestion as unknown as Address)}
      />
      <p className="visually-hidden" role="status">
        {isOpen && t('place.addressesFound', { count: suggestions?.length ?? 0 })}
      </p>
    </div>
  )
}
