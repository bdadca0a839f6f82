import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { TextInput } from '@/components/ui/text-input'
import { localDay } from '@/lib/hours/zone-clock'
import { momentOf } from '@/lib/search/moment'
import type { PageSearch } from '@/lib/search/page-address'
import { parameters } from '@/lib/search/parameters'
import type { Search } from '@/lib/search/schema'
import styles from './when-filter.module.css'

/** The names of the fields: what else carries a search need not repeat them. */
export const whenFields = ['ouvert', 'horaires', 'jour', 'heure']

const times = ['EVENING', 'SATURDAY', 'SUNDAY'] as const

interface Props {
  asked: PageSearch
  /** How many places each choice would leave, by its value: `maintenant`, `soir`… */
  counts?: Readonly<Record<string, number>>
}

/** "Quand ?": now, some times of the week, or a day and a time on the clocks of the place. */
export function WhenFilter({ asked, counts = {} }: Props) {
  const t = useTranslations('lieux')
  const name = useTranslations('openingTimes')
  const { search, timeZone = 'Europe/Paris', moment: typed } = asked
  const moment = search.openAt instanceof Date ? momentOf(search.openAt, timeZone) : typed
  const choice = (value: string, label: string) => {
    const count = counts[value]
    return { value, label: count === undefined ? label : t('withCount', { filter: label, count }) }
  }
  return (
    <fieldset className={styles.when}>
      <legend className={styles.legend}>{t('when')}</legend>
      <CheckboxGroup
        label={<span className="visually-hidden">{t('rightNow')}</span>}
        name="ouvert"
        choices={[choice('maintenant', t('openNow'))]}
        defaultValues={search.openAt === 'now' ? ['maintenant'] : []}
      />
      <CheckboxGroup
        label={t('someTimes')}
        hint={t('someTimesHint')}
        name="horaires"
        choices={times.map((time) => choice(slugOf(time), name(time)))}
        defaultValues={search.openingTimes.map(slugOf)}
      />
      <fieldset className={styles.moment}>
        <legend className={styles.legend}>{t('someDay')}</legend>
        <TextInput
          type="date"
          name="jour"
          label={t('day')}
          min={localDay(timeZone, new Date())}
          defaultValue={moment?.day}
        />
        <TextInput type="time" name="heure" label={t('time')} defaultValue={moment?.time} />
      </fieldset>
    </fieldset>
  )
}

const slugOf = (time: Search['openingTimes'][number]) => parameters.horaires.write(time)
