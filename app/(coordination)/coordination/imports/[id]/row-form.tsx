'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import type { RowCandidate } from '@/lib/imports/uploads/schema'
import type { ImportDecision } from '@/prisma/client/enums'
import { useReasons } from '../../doublons/use-reasons'
import { decideRowAction } from '../actions'
import styles from './import.module.css'

interface Props {
  id: string
  row: number
  name: string
  decision: ImportDecision | null
  match: { id: string; name: string } | null | ''
  candidates: readonly RowCandidate[]
  /** Rows of the file that it may repeat */
  twins: readonly string[]
  mayMatch: boolean
}

/** What is decided of a row, and the ways to decide otherwise. */
export function RowForm({ id, row, name, decision, match, candidates, twins, mayMatch }: Props) {
  const t = useTranslations('coordination.imports')
  const reasons = useReasons()
  const [state, action, isPending] = useActionState(decideRowAction, emptyFormState)
  const about = t('aboutRow', { name, row })
  const hidden = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="row" value={row} />
    </>
  )
  return (
    <>
      <FormOutcome state={state} title={t('refusedAction')} id={`ligne-${row}`} />
      <p className={styles.small} role="status">
        {match ? t('decisions.MATCH', { place: match.name }) : t(`decisions.${decision ?? 'none'}`, { place: '' })}
      </p>
      <form action={action} className={styles.choices}>
        {hidden}
        {decision !== 'TAKE' && (
          <Button
            variant="quiet"
            name="intent"
            value="take"
            disabled={isPending}
            aria-label={`${t('take')} – ${about}`}
          >
            {t('take')}
          </Button>
        )}
        {decision !== 'LEAVE' && (
          <Button
            variant="quiet"
            name="intent"
            value="leave"
            disabled={isPending}
            aria-label={`${t('leave')} – ${about}`}
          >
            {t('leave')}
          </Button>
        )}
      </form>
      {twins.length > 0 && <p className={styles.small}>{t('mayRepeat', { rows: twins.join(', ') })}</p>}
      {candidates.map((candidate) => (
        <form key={candidate.id} action={action} className={styles.candidate}>
          {hidden}
          <input type="hidden" name="match" value={candidate.id} />
          <span>
            {t('mayBe')} <a href={`/coordination/lieux/${candidate.id}`}>{candidate.name}</a>{' '}
            <span className={styles.where}>
              {candidate.address} – {reasons(candidate.signals as Parameters<typeof reasons>[0]).for.join(', ')}
            </span>
          </span>
          <Button
            variant="quiet"
            name="intent"
            value="match"
            disabled={isPending}
            aria-label={`${t('isThis')} – ${candidate.name} – ${about}`}
          >
            {t('isThis')}
          </Button>
        </form>
      ))}
      {mayMatch && (
        <Disclosure summary={t('isAnother')}>
          <form action={action}>
            {hidden}
            <TextInput
              name="match"
              id={`match-${row}`}
              label={t('placeId')}
              hint={t('placeIdHint')}
              error={state.errors.match}
              defaultValue={firstValue(state.values, 'match')}
            />
            <Button variant="secondary" name="intent" value="match" disabled={isPending}>
              {t('isThis')}
            </Button>
          </form>
        </Disclosure>
      )}
    </>
  )
}
