'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, type FormState } from '@/lib/form-state'
import styles from './list-panel.module.css'

type Action = (state: FormState, form: FormData) => Promise<FormState>

interface Props {
  /** Of the heading, and the start of the other ids */
  id: string
  words: { title: string; intro: string; none: string; refused: string; add: string; remove: string }
  placeId: string
  /** What there is, and the name of the field that says which one goes */
  items: readonly { id: string; content: ReactNode; removeLabel: string }[]
  itemName: string
  remove: Action
  add: Action
  /** The fields of another one */
  fields: (state: FormState) => ReactNode
}

/** A list of things to come of a place, each with its way out, and a form to announce another. */
export function ListPanel({ id, words, placeId, items, itemName, ...actions }: Props) {
  const [added, add, isAdding] = useActionState(actions.add, emptyFormState)
  const [removed, remove, isRemoving] = useActionState(actions.remove, emptyFormState)
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p>{words.intro}</p>
      <FormOutcome state={removed} title={words.refused} id={`${id}-retrait`} />
      {items.length === 0 && <p>{words.none}</p>}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            <form action={remove} className={styles.item}>
              <span>{item.content}</span>
              <input type="hidden" name="id" value={placeId} />
              <input type="hidden" name={itemName} value={item.id} />
              <Button variant="secondary" disabled={isRemoving} aria-label={item.removeLabel}>
                {words.remove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form action={add} noValidate aria-label={words.add}>
        <FormOutcome state={added} title={words.refused} id={`${id}-ajout`} />
        <input type="hidden" name="id" value={placeId} />
        {/* React empties forms once sent: fresh fields take up what was typed. */}
        <div key={added.attempt} className={styles.fields}>
          {actions.fields(added)}
        </div>
        <Button variant="secondary" disabled={isAdding}>
          {words.add}
        </Button>
      </form>
    </section>
  )
}
