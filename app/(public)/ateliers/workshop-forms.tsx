import { useTranslations } from 'next-intl'
import { needs, serviceSlug } from '@/components/place/needs'
import { useLocalPath } from '@/components/site/local-path'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { WhereField } from '@/components/where/where-field'
import { writtenLevel, writtenPeriod } from '@/lib/workshops/search/request'
import { HiddenParams } from '../lieux/hidden-params'
import { type AskedWorkshops, askedParams } from './read-workshops'
import styles from './workshops.module.css'

interface Props {
  asked: AskedWorkshops
  /** Whether one said where one is */
  isPlaced: boolean
}

const position = ['lieu', 'lat', 'lon', 'commune', 'departement']

/** Where, then what and when: two forms that keep what the other asked. */
export function WorkshopForms({ asked, isPlaced }: Props) {
  const t = useTranslations('lieux')
  const submit = useTranslations('workshops')('submit')
  const to = useLocalPath()
  const rest = new URLSearchParams(
    [...askedParams(asked)].filter(([name]) => !position.includes(name) && name !== 'page'),
  )
  const where = (
    <form action={to('/ateliers')}>
      <HiddenParams params={rest} except={[]} />
      <WhereField defaultValue={asked.place ?? undefined} params={rest.toString()} page="/ateliers" submit={submit} />
    </form>
  )
  if (!isPlaced)
    return (
      <search>
        {where}
        <FilterFields asked={asked} />
      </search>
    )
  return (
    <search className={styles.panels}>
      <Disclosure icon="pin" summary={t('changePlace')}>
        {where}
      </Disclosure>
      <Disclosure icon="filter" summary={t('filters')} open>
        <FilterFields asked={asked} />
      </Disclosure>
    </search>
  )
}

function FilterFields({ asked }: { asked: AskedWorkshops }) {
  const t = useTranslations('workshops')
  const words = useTranslations()
  const to = useLocalPath()
  const { search } = asked
  const place = new URLSearchParams([...askedParams(asked)].filter(([name]) => position.includes(name)))
  const levels = ['BEGINNER', 'INTERMEDIATE', 'ADVANCED'] as const
  return (
    <form action={to('/ateliers')}>
      <HiddenParams params={place} except={[]} />
      <div className={styles.fields}>
        <TextInput
          name="q"
          type="search"
          label={t('words')}
          hint={t('wordsHint')}
          defaultValue={search.words ?? undefined}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
        />
        <Select
          name="services"
          label={t('subject')}
          placeholder={t('anySubject')}
          options={needs.map(({ service }) => ({
            value: serviceSlug(service),
            label: words(`needs.${service}.name`),
          }))}
          defaultValue={search.services[0] && serviceSlug(search.services[0])}
        />
        <Select
          name="niveau"
          label={t('level')}
          placeholder={t('anyLevel')}
          options={levels.map((level) => ({ value: writtenLevel(level), label: words(`levels.${level}`) }))}
          defaultValue={search.level ? writtenLevel(search.level) : ''}
        />
        <Select
          name="quand"
          label={t('when')}
          placeholder={t('anyTime')}
          options={[
            { value: writtenPeriod('WEEK'), label: t('week') },
            { value: writtenPeriod('MONTH'), label: t('month') },
          ]}
          defaultValue={search.period ? writtenPeriod(search.period) : ''}
        />
      </div>
      <fieldset className={styles.ticks}>
        <legend className="visually-hidden">{t('more')}</legend>
        <Tick name="gratuit" label={t('free')} isTicked={search.isFree} />
        <Tick name="pass" label={t('pass')} isTicked={search.takesPass} />
      </fieldset>
      <Button>{t('submit')}</Button>
    </form>
  )
}

function Tick({ name, label, isTicked }: { name: string; label: string; isTicked: boolean }) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" name={name} value="oui" defaultChecked={isTicked} /> {label}
    </label>
  )
}
