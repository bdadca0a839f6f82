'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { firstValue } from '@/lib/form-state'
import { shownCode } from '@/lib/referrals/code'
import type { HeldSeat, HeldSession } from '@/lib/workshops/attendance/queries'
import { PanelForm } from '../../panel-form'
import { attendanceAction } from '../../workshop-actions'

interface Props {
  placeId: string
  session: HeldSession
  /** Null for who follows the place from a hub: codes are for its own people */
  seats: readonly HeldSeat[] | null
  hasBegun: boolean
}

const said = ['PRESENT', 'ABSENT', 'EXCUSED'] as const

/** Who came, on one screen and in one sending: a code a line, and how many came without one. */
export function AttendanceForm({ placeId, session, seats, hasBegun }: Props) {
  const t = useTranslations('coordination.session')
  const kept = seats?.filter(({ status, attendance }) => status === 'BOOKED' || attendance) ?? []
  const waiting = seats?.filter(({ status }) => status === 'WAITING') ?? []
  const walkIns = [session.walkIns === null ? '' : String(session.walkIns)]
  // What was shown goes along: only what she changed is written, and nothing that somebody else noted is lost.
  const shown = {
    shownWalkIns: walkIns,
    ...Object.fromEntries(kept.map(({ id, attendance }) => [`shown.${id}`, [attendance ?? '']])),
  }
  const values = {
    ...shown,
    walkIns,
    ...Object.fromEntries(kept.map(({ id, attendance }) => [`attendance.${id}`, [attendance ?? '']])),
  }
  return (
    <>
      {seats === null && <Notice>{t('attendanceElsewhere')}</Notice>}
      {!hasBegun && (
        <>
          <p>{t('attendanceEarly')}</p>
          {kept.length > 0 && <Codes seats={kept} />}
        </>
      )}
      {hasBegun && (
        <PanelForm
          // Saved twice on one page, it shows what was saved last.
          key={JSON.stringify(shown)}
          id="presences"
          title={t('attendance')}
          hint={kept.length > 0 ? t('attendanceHint') : seats ? t('nobody') : undefined}
          refused={t('attendanceRefused')}
          submit={t('saveAttendance')}
          variant="primary"
          action={attendanceAction}
          hidden={{ id: placeId, workshopId: session.workshopId, sessionId: session.id }}
          values={values}
          fields={(state) => (
            <>
              {Object.keys(shown).map((name) => (
                <input key={name} type="hidden" name={name} value={firstValue(state.values, name)} />
              ))}
              {kept.map(({ id, code }) => (
                <Select
                  key={id}
                  name={`attendance.${id}`}
                  label={t('code', { code: shownCode(code) })}
                  placeholder={t('notNoted')}
                  options={said.map((value) => ({ value, label: t(`values.${value}`) }))}
                  defaultValue={firstValue(state.values, `attendance.${id}`)}
                  error={state.errors[`attendance.${id}`]}
                />
              ))}
              <TextInput
                name="walkIns"
                type="number"
                min={0}
                max={1000}
                label={t('fields.walkIns')}
                defaultValue={firstValue(state.values, 'walkIns')}
                error={state.errors.walkIns}
              />
            </>
          )}
        />
      )}
      {waiting.length > 0 && (
        <>
          <h2>{t('waitingList')}</h2>
          <Codes seats={waiting} isOrdered />
        </>
      )}
    </>
  )
}

function Codes({ seats, isOrdered = false }: { seats: readonly HeldSeat[]; isOrdered?: boolean }) {
  const t = useTranslations('coordination.session')
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <List>
      {seats.map(({ id, code }) => (
        <li key={id}>{t('code', { code: shownCode(code) })}</li>
      ))}
    </List>
  )
}
