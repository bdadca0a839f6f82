import type { Side } from '@/lib/duplicates/merge'
import styles from '../../doublons.module.css'

interface Props {
  name: string
  /** What is chosen, at the head of the row */
  label: string
  /** What each side says; `both` where the two may be kept together */
  choices: Readonly<Partial<Record<Side, string>>>
  chosen: string
  disabled: boolean
  /** The numbers of both, said again where the columns have no room beside one another */
  ids: Readonly<Record<'one' | 'other', string>>
}

/** One thing that two places say otherwise, and whose word is taken. */
export function ChoiceRow({ name, label, choices, chosen, disabled, ids }: Props) {
  const choice = (side: Side) =>
    choices[side] !== undefined && (
      <label className={styles.choice}>
        <input
          type="radio"
          name={name}
          value={side}
          defaultChecked={chosen === side}
          disabled={disabled}
          aria-describedby={side === 'both' ? `choix-${name}` : `choix-${name} fiche-${side}`}
        />
        {choices[side]}
      </label>
    )
  return (
    <tr>
      <th scope="row" id={`choix-${name}`}>
        {label}
      </th>
      <td data-label={ids.one}>{choice('one')}</td>
      <td data-label={ids.other}>
        {choice('other')}
        {choice('both')}
      </td>
    </tr>
  )
}
