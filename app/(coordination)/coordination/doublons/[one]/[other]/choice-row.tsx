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
}

/** One thing that two places say otherwise, and whose word is taken. */
export function ChoiceRow({ name, label, choices, chosen, disabled }: Props) {
  const choice = (side: Side) =>
    choices[side] !== undefined && (
      <label className={styles.choice}>
        <input
          type="radio"
          name={name}
          value={side}
          defaultChecked={chosen === side}
          disabled={disabled}
          aria-describedby={`choix-${name}`}
        />
        {choices[side]}
      </label>
    )
  return (
    <tr>
      <th scope="row" id={`choix-${name}`}>
        {label}
      </th>
      <td>{choice('one')}</td>
      <td>
        {choice('other')}
        {choice('both')}
      </td>
    </tr>
  )
}
