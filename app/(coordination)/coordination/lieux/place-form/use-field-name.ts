import { useTranslations } from 'next-intl'
import { fieldParts, fieldWords } from '@/lib/places/field-words'

/** What a field is called, as a label says it: `services.EMPLOYMENT.fees[]` → "Insertion…, coût". */
export function useFieldName(): (field: string) => string {
  const t = useTranslations('coordination.fields')
  return (field) => {
    const { service, name } = fieldParts(field)
    const [, code] = field.split('.')
    if (code && name === 'programmeTerms') return fieldWords('programmes', code)
    if (code && name === 'labelTerms') return fieldWords('labels', code)
    const words = t.has(name as 'name') ? t(name as 'name') : name
    if (service === null) return words
    return name === 'service' || name === 'offered' ? service : `${service}, ${words}`
  }
}
