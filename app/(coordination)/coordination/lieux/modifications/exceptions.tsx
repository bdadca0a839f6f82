import { useTranslations } from 'next-intl'
import type { Exception } from '@/lib/places/bulk/queries'

/** The places that a bulk edit leaves as they are: why, how many, and some of them. */
export function Exceptions({ title, exceptions }: { title: string; exceptions: readonly Exception[] }) {
  const t = useTranslations('coordination.table.edit')
  if (exceptions.length === 0) return null
  return (
    <section aria-labelledby="exceptions">
      <h2 id="exceptions">{title}</h2>
      <ul>
        {exceptions.map(({ outcome, note, count, places }) => (
          <li key={`${outcome} ${note}`}>
            <strong>
              {t(`outcome.${outcome}`, { note: note ?? '' })} ({t('places', { count })})
            </strong>
            <ul>
              {places.map(({ id, name }) => (
                <li key={id}>
                  <a href={`/coordination/lieux/${id}`}>{name}</a>
                </li>
              ))}
              {count > places.length && <li>{t('more', { count: count - places.length })}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
