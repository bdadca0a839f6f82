import styles from './place-combobox.module.css'
import type { Suggestion } from './suggestion'

export interface SuggestionListText {
  communes: string
  departments: string
  addresses: string
  /** `{name}` is replaced. */
  formerly: string
}

interface Props {
  id: string
  label: string
  suggestions: readonly Suggestion[]
  active: number
  optionId: (index: number) => string
  text: SuggestionListText
  onChoose: (suggestion: Suggestion) => void
}

/** The listbox under the field, in groups that keep the order of the suggestions. */
export function SuggestionList({ id, label, suggestions, active, optionId, text, onChoose }: Props) {
  const titles = { commune: text.communes, departement: text.departments, adresse: text.addresses }
  const kinds = [...new Set(suggestions.map(({ kind }) => kind))]
  return (
    <div
      id={id}
      className={styles.list}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      hidden={suggestions.length === 0}
    >
      {kinds.map((kind) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox.
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <div id={`${id}-${kind}`} className={styles.group} role="presentation">
            {titles[kind]}
          </div>
          {suggestions.map((suggestion, index) => {
            if (suggestion.kind !== kind) return null
            const former = suggestion.formerName && text.formerly.replace('{name}', suggestion.formerName)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field’s, which keeps the focus.
              <div
                key={suggestion.id}
                id={optionId(index)}
                className={styles.option}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                // Losing the focus would close the list before the click.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(suggestion)}
              >
                <bdi lang="fr">{suggestion.name}</bdi>{' '}
                <span className={styles.detail}>
                  <bdi lang="fr">{suggestion.detail}</bdi>
                  {former && ` · ${former}`}
                </span>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
