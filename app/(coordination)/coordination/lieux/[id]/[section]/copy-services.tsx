import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { FieldChanges } from '../field-changes'
import styles from './copy-services.module.css'
import type { Copy } from './read-copy'

/** The services of another place, found by its name, taken up in the form before they are saved. */
export function CopyServices({ placeId, copy }: { placeId: string; copy: Copy }) {
  const t = useTranslations('coordination.copy')
  const { search, found, from, refusal } = copy
  const page = `/coordination/lieux/${placeId}/services`
  return (
    <>
      {from && (
        <Notice tone="info" title={t('taken', { name: from.name })}>
          {from.change ? <FieldChanges change={from.change} /> : <p>{t('same')}</p>}
          <p>
            {from.change && t('notSaved')} <a href={page}>{t('giveUp')}</a>
          </p>
        </Notice>
      )}
      {refusal && (
        <Notice tone="warning">
          <p>{refusal}</p>
        </Notice>
      )}
      <details className={styles.copy} open={search !== '' && !from}>
        <summary>{t('title')}</summary>
        <form action={page} className={styles.search}>
          <TextInput name="chercher" label={t('search')} defaultValue={search} autoComplete="off" />
          <Button variant="secondary">{t('find')}</Button>
        </form>
        {search !== '' && found.length === 0 && <p>{t('none')}</p>}
        <ul className={styles.found}>
          {found.map(({ id, name, communeName, serviceCount }) => (
            <li key={id}>
              <a href={`${page}?copier=${id}`}>
                {name}, {communeName}
              </a>{' '}
              ({t('services', { count: serviceCount })})
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
