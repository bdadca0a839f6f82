import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import styles from './import.module.css'
import { RemoveForm } from './remove-form'
import { StepForm } from './step-form'

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
        <StepForm step="retry" fields={{ id }} variant="secondary">
          {t('retry')}
        </StepForm>
        <RemoveForm id={id} />
      </div>
    </>
  )
}
