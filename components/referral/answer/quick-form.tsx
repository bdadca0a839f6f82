'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { Move } from '@/lib/referrals/state-machine'
import type { AnswerActions, AnswerTo } from './actions'
import styles from './answer.module.css'
import { useAnswerForm } from './use-answer-form'
import { WordsField } from './words-field'

const quick = ['ACCEPT', 'ATTEND', 'MISS', 'EXCUSE', 'HELP', 'HELP_PARTLY', 'NOT_HELP', 'NOT_REACH'] as const

interface Props {
  to: AnswerTo
  action: AnswerActions['move']
  moves: readonly Move[]
  /** What the buttons answer */
  question: string
  /** Whether it is what is waited for */
  isMain: boolean
}

/** What one touch says, with a word for whoever likes to add one. */
export function QuickForm({ to, action, moves, question, isMain }: Props) {
  const t = useTranslations('reception.answer')
  const { form, hidden, outcome, field, attempt, isPending } = useAnswerForm(action, to, 'reponse')
  const offered = quick.filter((move) => moves.includes(move))
  const words = field('words')
  if (offered.length === 0 && attempt === 0) return null
  return (
    <form key={attempt} {...form} className={styles.quick} aria-labelledby="question">
      <h3 id="question">{question}</h3>
      {outcome}
      {hidden}
      <Disclosure summary={t('words')} icon="pen" open={words.defaultValue !== '' || Boolean(words.error)}>
        <WordsField field={words} label={t('wordsLabel')} />
      </Disclosure>
      <div className={styles.buttons}>
        {offered.map((move, rank) => (
          <Button
            key={move}
            name="action"
            value={move}
            variant={isMain && rank === 0 ? 'primary' : 'secondary'}
            disabled={isPending}
          >
            {t(`moves.${move}`)}
          </Button>
        ))}
      </div>
    </form>
  )
}
