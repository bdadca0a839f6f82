import { useTranslations } from 'next-intl'
import { sectionNames, sections } from '@/lib/places/sections'
import styles from './section-nav.module.css'

interface Props {
  place: { id: string; name: string }
  /** The end of the address of the page one is on */
  current: string
}

/** From one section of a place to another, and back to the place. */
export function SectionNav({ place: { id, name }, current }: Props) {
  const t = useTranslations('coordination')
  const links = [
    ...sectionNames.map((section) => ({ slug: sections[section].slug as string, label: t(`sections.${section}`) })),
    { slug: 'ateliers', label: t('workshops.short') },
  ]
  return (
    <>
      <p>
        <a href={`/coordination/lieux/${id}`}>{t('place.backTo', { name })}</a>
      </p>
      <nav aria-label={t('place.sections')}>
        <ul className={styles.sections}>
          {links.map(({ slug, label }) => (
            <li key={slug}>
              <a href={`/coordination/lieux/${id}/${slug}`} aria-current={slug === current ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}
