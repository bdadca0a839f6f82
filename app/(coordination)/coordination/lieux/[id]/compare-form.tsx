import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import styles from './revision-list.module.css'

/** Chooses any two versions to see what differs. */
export function CompareForm({ placeId, versions }: { placeId: string; versions: readonly number[] }) {
  const t = useTranslations('coordination.history')
  const options = versions.map((version) => ({ value: String(version), label: t('version', { version }) }))
  return (
    <form action={`/coordination/lieux/${placeId}/comparer`} className={styles.compare}>
      <Select name="de" label={t('from')} options={options} defaultValue={options[1]?.value} />
      <Select name="a" label={t('to')} options={options} defaultValue={options[0]?.value} />
      <Button variant="secondary">{t('compare')}</Button>
    </form>
  )
}
