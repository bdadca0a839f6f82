import { useTranslations } from 'next-intl'
import type { StoredPlace } from '@/lib/places/editable-place'
import { editableOf } from '@/lib/places/editable-place'
import { fieldWords } from '@/lib/places/field-words'
import { isOfSection, type Section, sectionNames, sections } from '@/lib/places/sections'
import { snapshotOf } from '@/lib/places/snapshot'
import { useFieldName } from '../place-form/use-field-name'
import styles from './section-list.module.css'

interface Props {
  place: StoredPlace
  /** A line a day */
  hours: readonly string[] | 'unreadable' | null
  workshops: readonly string[]
  mayEdit: boolean
}

/** What each section says, and the way to change it. */
export function SectionList({ place, hours, workshops, mayEdit }: Props) {
  const t = useTranslations('coordination')
  const nameOf = useFieldName()
  const snapshot = Object.entries(snapshotOf(editableOf(place)))
  const wordsOf = (section: Section): [string, string][] => {
    if (section === 'hours' && Array.isArray(hours)) return [[t('place.nextDays'), hours.join(' · ')]]
    return snapshot
      .filter(([field]) => isOfSection(section, field))
      .map(([field, value]): [string, string] => {
        const words = field === 'communeCode' ? place.commune.name : fieldWords(field, value)
        return [nameOf(field), field.startsWith('services.') ? words || t('place.asThePlace') : words]
      })
      .filter(([, words]) => words !== '')
  }
  return (
    <>
      {sectionNames.map((section) => (
        <Summary
          key={section}
          href={`/coordination/lieux/${place.id}/${sections[section].slug}`}
          title={t(`sections.${section}`)}
          lines={wordsOf(section)}
          mayEdit={mayEdit}
        />
      ))}
      <Summary
        href={`/coordination/lieux/${place.id}/ateliers`}
        title={t('workshops.short')}
        lines={workshops.length > 0 ? [[t('workshops.title'), workshops.join(', ')]] : []}
        mayEdit={mayEdit}
      />
    </>
  )
}

interface SummaryProps {
  href: string
  title: string
  lines: readonly (readonly [name: string, words: string])[]
  mayEdit: boolean
}

function Summary({ href, title, lines, mayEdit }: SummaryProps) {
  const t = useTranslations('coordination.place')
  return (
    <section className={styles.summary} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {mayEdit && (
          <a href={href} aria-label={t('editSection', { section: title })}>
            {t('edit')}
          </a>
        )}
      </div>
      {lines.length === 0 ? (
        <p className={styles.nothing}>{t('nothingYet')}</p>
      ) : (
        <dl className={styles.lines}>
          {lines.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
