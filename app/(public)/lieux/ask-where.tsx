import { useTranslations } from 'next-intl'
import { useLocalPath } from '@/components/site/local-path'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { WhereField } from '@/components/where/where-field'
import { type PageSearch, pageParams } from '@/lib/search/page-address'
import styles from './ask-where.module.css'
import { HiddenParams } from './hidden-params'

interface Props {
  asked: PageSearch
  departments: readonly { code: string; name: string }[]
}

/** Without a position: the question first, a département otherwise. */
export function AskWhere({ asked, departments }: Props) {
  const t = useTranslations('lieux')
  const to = useLocalPath()
  const rest = pageParams(asked)
  for (const name of ['lieu', 'page', 'departement', 'commune']) rest.delete(name)
  return (
    <section className={styles.ask} aria-labelledby="ask-where">
      <h2 id="ask-where">{t('noPosition')}</h2>
      <p>{t('noPositionText')}</p>
      <form action={to('/lieux')}>
        <HiddenParams params={rest} except={[]} />
        <WhereField defaultValue={asked.place ?? undefined} params={rest.toString()} />
      </form>
      <Disclosure summary={t('byDepartment')}>
        <form action={to('/lieux')} className={styles.department}>
          <HiddenParams params={rest} except={[]} />
          <Select
            label={t('department')}
            name="departement"
            placeholder={t('anyDepartment')}
            options={departments.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
            defaultValue={asked.search.departmentCodes[0]}
          />
          <Button variant="secondary">{t('seeDepartment')}</Button>
        </form>
      </Disclosure>
    </section>
  )
}
