'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Select } from '@/components/ui/select'
import { emptyFormState } from '@/lib/form-state'
import { changeRoleAction, removeMembershipAction } from '../actions'
import styles from '../people.module.css'

interface Props {
  id: string
  /** Where to come back to; empty when nothing of the person is left to see */
  person: string
  /** For a role in a hub: the role, the hub's name, and the roles that may be given there */
  change?: { role: string; hubName: string; roles: readonly { value: string; label: string }[] }
  labelledBy: string
}

/** Changes a role in a hub, or takes a role back. */
export function RoleForm({ id, person, change, labelledBy }: Props) {
  const t = useTranslations('coordination.people.person')
  const [changed, submitChange, isChanging] = useActionState(changeRoleAction, emptyFormState)
  const [removed, submitRemoval, isRemoving] = useActionState(removeMembershipAction, emptyFormState)
  return (
    <>
      <FormOutcome state={changed} title={t('refused')} id={`changement-${id}`} />
      <FormOutcome state={removed} title={t('refused')} id={`retrait-${id}`} />
      {change && (
        <form action={submitChange} className={styles.change}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="person" value={person} />
          <Select
            key={changed.attempt}
            name="role"
            id={`role-${id}`}
            label={t('role', { hub: change.hubName })}
            options={change.roles}
            defaultValue={changed.values.role?.[0] ?? change.role}
          />
          <Button variant="secondary" disabled={isChanging}>
            {t('change')}
          </Button>
        </form>
      )}
      <form action={submitRemoval}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="person" value={person} />
        <Button variant="danger" disabled={isRemoving} aria-describedby={labelledBy}>
          {t('remove')}
        </Button>
      </form>
    </>
  )
}
