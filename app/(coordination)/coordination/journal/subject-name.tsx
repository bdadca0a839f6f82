import { useTranslations } from 'next-intl'
import type { ListedEntry } from '@/lib/audit/queries'

const pages = { place: '/coordination/lieux/', user: '/coordination/personnes/' } as const
const kinds = [
  'place',
  'user',
  'invitation',
  'need',
  'hub',
  'import',
  'referral',
  'workshop',
  'source',
  'organisation',
  'mail',
  'bulk-edit',
] as const

/** What a line of the journal is about, with the way there: `place adp-12` is the place of that number. */
export function SubjectName({ subject, person }: Pick<ListedEntry, 'subject' | 'person'>) {
  const t = useTranslations('coordination.audit.subjects')
  const [word, ...rest] = subject.split(' ')
  const id = rest.join(' ')
  const kind = kinds.find((each) => each === word)
  if (!kind || !id) return subject
  const name = t(kind, { name: person ?? id })
  if (kind === 'place' || (kind === 'user' && person)) return <a href={pages[kind] + encodeURIComponent(id)}>{name}</a>
  return name
}
