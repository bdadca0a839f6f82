import { useMessages, useTranslations } from 'next-intl'
import { TextInput } from '@/components/ui/text-input'

interface Props {
  defaultValue?: string
}

/** "Avec vos mots": the need in free words, for whoever wants to. Stands in a GET form to `/lieux`. */
export function NeedField({ defaultValue }: Props) {
  const t = useTranslations('need')
  const { usual } = useMessages().need
  return (
    <>
      <TextInput
        name="q"
        type="search"
        label={t('label')}
        hint={t('hint')}
        defaultValue={defaultValue}
        maxLength={200}
        list="usual-needs"
        autoComplete="off"
        enterKeyHint="search"
      />
      <datalist id="usual-needs">
        {Object.values(usual).map((need) => (
          <option key={need} value={need} />
        ))}
      </datalist>
    </>
  )
}
