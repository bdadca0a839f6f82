import { useFormatter, useTranslations } from 'next-intl'
import { FactList } from '@/components/ui/fact-list'
import { shownCode } from '@/lib/referrals/code'
import { timeZoneOf } from '@/lib/territory/time-zone'
import styles from '../referral.module.css'
import type { AnswerActions, AnswerTo } from './actions'
import own from './answer.module.css'
import type { Received } from './received'
import { SeeForm } from './see-form'

interface Props {
  referral: Received
  to: AnswerTo
  action: AnswerActions['move']
}

/** Who sends somebody, for what and by when, before anything is read of her. */
export function FirstScreen({ referral, to, action }: Props) {
  const t = useTranslations('reception.first')
  const words = useTranslations('referral')
  const format = useFormatter()
  const { organisation, place, services, neededBy, dueAt, code } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro', { organisation: organisation.name })}</p>
      <FactList
        facts={[
          [
            t('code'),
            <strong key="code" className={own.code}>
              {shownCode(code)}
            </strong>,
          ],
          [t('organisation'), organisation.name],
          [t('place'), `${place.name}, ${place.commune.name}`],
          [t('services'), services.map((service) => words(`services.${service}`)).join('\n')],
          [t('neededBy'), neededBy && format.dateTime(neededBy, { dateStyle: 'full', timeZone: 'UTC' })],
          [t('answerBy'), dueAt && format.dateTime(dueAt, { dateStyle: 'full', timeZone })],
        ]}
      />
      <SeeForm to={to} action={action} />
      <p className={styles.soft}>{t('what', { organisation: organisation.name })}</p>
    </>
  )
}
