'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { reportSubjects } from '@/lib/reports/schema'
import { reportAction } from './actions'
import styles from './report-form.module.css'

interface Props {
  placeId: string
  seal: string
}

/** Each choice sends the form: one touch here, after the one that led here. */
export function ReportForm({ placeId, seal }: Props) {
  const t = useTranslations('report')
  const [state, action, isPending] = useActionState(reportAction, emptyFormState)
  const error = (field: 'message' | 'email') => state.errors[field] && t(`wrong.${field}`)
  const [message, email] = [firstValue(state.values, 'message'), firstValue(state.values, 'email')]
  const errors = Object.fromEntries(
    Object.keys(state.errors).map((field) => [
      field,
      t.has(`wrong.${field}` as 'wrong.email') ? t(`wrong.${field}` as 'wrong.email') : t('wrong.subject'),
    ]),
  )
  return (
    <form action={action} noValidate>
      {/* The Enter key presses the first button of a form, which must not choose for her. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t('send')}
      </button>
      <FormOutcome state={{ ...state, errors }} title={t('toCorrect')} />
      <input type="hidden" name="placeId" value={placeId} />
      {/* The one it came with, or a quick second try would be too quick again. */}
      <input type="hidden" name="seal" value={firstValue(state.values, 'seal') || seal} />
      <div className={styles.trap} aria-hidden="true">
        <label>
          {t('trap')} <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <fieldset className={styles.subjects} id="subject">
        <legend>{t('question')}</legend>
        {reportSubjects.map((subject) => (
          <Button key={subject} name="subject" value={subject} variant="secondary" disabled={isPending}>
            {t(`subjects.${subject}`)}
          </Button>
        ))}
      </fieldset>
      <Disclosure summary={t('more')} open={message !== '' || email !== ''}>
        <p>{t('moreHint')}</p>
        <div key={state.attempt}>
          <Textarea
            name="message"
            label={t('message')}
            error={error('message')}
            defaultValue={message}
            maxLength={2000}
            rows={4}
          />
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            hint={t('emailHint')}
            error={error('email')}
            defaultValue={email}
            autoComplete="email"
          />
        </div>
      </Disclosure>
    </form>
  )
}
