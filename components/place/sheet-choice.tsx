import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import styles from './sheet-choice.module.css'

export interface SheetChoiceWords {
  /** "Faire une fiche avec ces lieux" */
  title: string
  /** How many one may tick */
  lead: string
  make: string
}

interface Props {
  places: readonly { id: string; name: string; where: string }[]
  /** The sheet, in the language of the page */
  action: string
  words: SheetChoiceWords
}

/** Some of the places of a list, for one page of paper; closed until somebody wants it. */
export function SheetChoice({ places, action, words }: Props) {
  if (places.length === 0) return null
  return (
    <Disclosure summary={words.title} icon="printer">
      <form action={action}>
        <p>{words.lead}</p>
        <ul className={styles.places}>
          {places.map(({ id, name, where }) => (
            <li key={id}>
              <label>
                <input type="checkbox" name="lieux" value={id} />
                <span lang="fr">
                  {name}, {where}
                </span>
              </label>
            </li>
          ))}
        </ul>
        <Button variant="secondary">{words.make}</Button>
      </form>
    </Disclosure>
  )
}
