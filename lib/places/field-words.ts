import { services, vocabularies } from '@/lib/open-data/vocabulary'
import { type Term, termWords } from './terms'
import { typologies } from './typologies'
import { levels, precisions, statuses, yesNoWords } from './words'

/** The fields whose values are codes, and the words of each. */
const wordsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...vocabularies,
  kind: vocabularies.kinds,
  levels,
  precision: precisions,
  programmeTerms: vocabularies.programmes,
  labelTerms: vocabularies.labels,
  status: statuses,
  takesReferrals: yesNoWords,
  typologies,
}

/** `services.EMPLOYMENT.fees[]` → the service, if any, and the field itself. */
export function fieldParts(field: string): { service: string | null; name: string } {
  const [first = '', code = '', part] = field.replace(/\[\]$/, '').split('.')
  return first === 'services' && Object.hasOwn(services, code)
    ? { service: services[code as keyof typeof services], name: part ?? 'service' }
    : { service: null, name: first }
}

const verifiedOn = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' })

/** A field's value as people read it: words for codes, one line for a list, empty for nothing. */
export function fieldWords(field: string, value: unknown): string {
  const { name } = fieldParts(field)
  if (value === null || value === undefined) return ''
  if (name === 'verifiedAt') return verifiedOn.format(new Date(String(value)))
  if (Array.isArray(value))
    return value
      .map((item) => fieldWords(field, item))
      .filter(Boolean)
      .join(', ')
  if (typeof value === 'object') {
    if (name.endsWith('Terms')) {
      const term = value as Term<string>
      return `${wordsOf[name]?.[term.code] ?? term.code} (${termWords(term)})`
    }
    return Object.entries(value)
      .map(([part, item]) => fieldWords(part, item))
      .filter(Boolean)
      .join(' · ')
  }
  return wordsOf[name]?.[String(value)] ?? String(value)
}
