'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { MessageLabels, ToldPlace, Visit } from '@/lib/sheet/message'
import styles from '../sheet.module.css'
import { nothing, readSheet, type Written } from './read-sheet'
import { Send, type SendWords } from './send'
import visitStyles from './visit.module.css'
import { VisitField, type VisitFieldText } from './visit-field'

export interface VisitWords extends SendWords {
  title: string
  fields: Record<keyof Visit, VisitFieldText>
  labels: MessageLabels
  refused: string
  aim: string
  bring: string
}

/** What one may come for. */
export interface Aim {
  id: string
  name: string
  /** Whether its name says something on paper */
  isNamed: boolean
  items: readonly string[]
  /** Chosen until another is */
  isFirst: boolean
}

interface Props {
  words: VisitWords
  places: readonly ToldPlace[]
  aims: readonly Aim[]
  /** Of somebody who was referred there: it stands for her name */
  code: { title: string; signs: string; hint: string; line: string } | null
  /** Where the messages lead */
  url: string
  /** The places as the sheet shows them */
  children: ReactNode
  foot: ReactNode
}

/**
 * The page of paper. What is written stands in inputs that belong to no form: it prints, and nothing ever sends it. A
 * script only refuses numbers more precisely, and carries the words into the messages, which the device writes itself.
 */
export function VisitSheet({ words, places, aims, code, url, children, foot }: Props) {
  const sheet = useRef<HTMLElement>(null)
  const [{ visit, refused, aimId }, setWritten] = useState<Written>({
    visit: nothing,
    refused: [],
    aimId: aims.find(({ isFirst }) => isFirst)?.id,
  })
  const [isReady, setIsReady] = useState(false)
  // What was written before the scripts came counts too.
  useEffect(() => {
    if (sheet.current) setWritten(readSheet(sheet.current))
    setIsReady(true)
  }, [])

  const field = (name: keyof Visit) => (
    <VisitField
      id={name}
      {...words.fields[name]}
      refusal={words.refused}
      isRefused={refused.includes(name)}
      isChecked={isReady}
      isOptional={name !== 'when' && name !== 'whom'}
    />
  )
  const bring = aims.find(({ id }) => id === aimId)?.items ?? []
  return (
    <>
      <article
        ref={sheet}
        onInput={({ currentTarget }) => setWritten(readSheet(currentTarget))}
        className={`${styles.sheet} ${visitStyles.sheet} ${visitStyles[places.length > 2 ? 'many' : 'few']}`}
      >
        <h1>{words.title}</h1>
        <div className={styles.body}>
          {code && (
            <p className={visitStyles.code}>
              {code.title} <strong>{code.signs}</strong> <span>{code.hint}</span>
            </p>
          )}
          <div className={places.length > 1 ? visitStyles.places : undefined}>{children}</div>
          <div className={visitStyles.visit}>
            {field('when')}
            {field('whom')}
            {field('way')}
          </div>
          <fieldset className={visitStyles.aims}>
            <legend>{words.bring}</legend>
            <p className={styles.screenOnly} id="pour">
              {words.aim}
            </p>
            {aims.map(({ id, name, isNamed, items, isFirst }) => (
              <div key={id} className={visitStyles.aim}>
                <input
                  type="radio"
                  name="pour"
                  id={`pour-${id}`}
                  value={id}
                  defaultChecked={isFirst}
                  autoComplete="off"
                />
                <label htmlFor={`pour-${id}`} className={isNamed ? undefined : visitStyles.unnamed}>
                  {name}
                </label>
                <ul>
                  {items.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              </div>
            ))}
          </fieldset>
          {field('more')}
          {field('word')}
        </div>
        {foot}
      </article>
      <Send told={{ places, visit, bring, code: code?.line, url }} labels={words.labels} words={words} />
    </>
  )
}
