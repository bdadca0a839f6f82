import { useTranslations } from 'next-intl'
import pills from '@/components/ui/pills.module.css'
import { parametersOf, queryOf, tableHref } from '@/lib/places/table/address'
import type { QueryParams } from '@/lib/places/table/filters'
import type { View } from '@/lib/places/views/queries'
import { ViewForms } from './view-forms'
import styles from './views-bar.module.css'

/** Views that everybody has. */
const builtIn = {
  all: '',
  mine: 'suivi=moi',
  drafts: 'statut=brouillon',
  incomplete: 'manque=services',
  old: 'fraicheur=a-confirmer&tri=confirme',
  recent: 'modifie=7-jours&tri=-modifie',
} as const

/** The searches that one comes back to, then the forms that keep, rename and remove one's own. */
export function ViewsBar({ parameters, views }: { parameters: QueryParams; views: readonly View[] }) {
  const t = useTranslations('coordination.table.views')
  const query = queryOf(parameters)
  const names = Object.keys(builtIn) as (keyof typeof builtIn)[]
  const all = [
    ...names.map((name) => ({ id: name, name: t(`builtIn.${name}`), query: queryOf(parametersOf(builtIn[name])) })),
    ...views,
  ]
  return (
    <div className={styles.views}>
      <nav aria-label={t('title')}>
        <ul className={pills.pills}>
          {all.map((view) => (
            <li key={view.id}>
              <a href={tableHref(parametersOf(view.query))} aria-current={view.query === query ? 'page' : undefined}>
                {view.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ViewForms query={query} views={views} />
    </div>
  )
}
