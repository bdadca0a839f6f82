import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import { retryAction } from '../actions'
import styles from './import.module.css'
import { RemoveForm } from './remove-form'

/** An import that could not go on, with why and what to do. */
export function Failure({ id, error }: { id: string; error: string }) {
  const t = useTranslations('coordination.imports')
  return (
    <>
      <Notice tone="error" title={t('failed')}>
        <p>{error}</p>
        <p>{t('nothingWritten')}</p>
      </Notice>
      <div className={styles.actions}>
        <ButtonLink href="/coordination/imports/nouveau">{t('sendAnother')}</ButtonLink>
        <OneButtonForm action={retryAction} to={{ id }} title={t('refusedAction')} variant="secondary">
          {t('retry')}
        </OneButtonForm>
        <RemoveForm id={id} />
      </div>
    </>
  )
}
