'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import type { PlaceStatus } from '@/prisma/client/enums'
import { setPlaceStatusAction } from '../actions'
import { WhyField, withWhyAt } from '../why-field'
import styles from './status-panel.module.css'

/** What may come after each status, the likeliest first. */
const next = {
  DRAFT: ['PUBLISHED', 'ARCHIVED'],
  PUBLISHED: ['ARCHIVED', 'DRAFT'],
  ARCHIVED: ['PUBLISHED', 'DRAFT'],
} as const satisfies Record<PlaceStatus, readonly PlaceStatus[]>

interface Props {
  place: { id: string; version: number; status: PlaceStatus }
  mayPublish: boolean
}

/** Where the place stands, and buttons that say what they will do. */
export function StatusPanel({ place: { id, version, status }, mayPublish }: Props) {
  const t = useTranslations('coordination.status')
  const [state, action, isPending] = useActionState(setPlaceStatusAction, emptyFormState)
  return (
    <section className={styles.panel} aria-labelledby="statut">
      <h2 id="statut">{t(`is.${status}`)}</h2>
      <p>
        {t(`means.${status}`)}{' '}
        <a href={status === 'PUBLISHED' ? `/lieux/${id}` : `/coordination/lieux/${id}/apercu`}>
          {t(status === 'PUBLISHED' ? 'see' : 'preview')}
        </a>
      </p>
      {mayPublish && (
        <form action={action}>
          {/* The Enter key presses the first button of a form: this one does nothing. */}
          <button type="submit" disabled hidden />
          <FormOutcome state={withWhyAt('statut-why', state)} title={t('refused')} id="statut-resultat" />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <WhyField state={state} id="statut-why" />
          <ul className={styles.choices}>
            {next[status].map((to, index) => (
              <li key={to}>
                <Button
                  name="status"
                  value={to}
                  variant={index === 0 && to === 'PUBLISHED' ? 'primary' : 'secondary'}
                  disabled={isPending}
                  aria-describedby={`statut-${to}`}
                >
                  {t(`to.${to}`)}
                </Button>
                <span id={`statut-${to}`}>{t(`will.${to}`)}</span>
              </li>
            ))}
          </ul>
        </form>
      )}
    </section>
  )
}
