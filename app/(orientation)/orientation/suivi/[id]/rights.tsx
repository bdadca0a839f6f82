import { useTranslations } from 'next-intl'
import { EraseForm } from '@/components/referral/erase-form'
import { Button } from '@/components/ui/button'
import { env } from '@/lib/env'
import { eraseAction } from './actions'
import { referralPath } from './find-referral'
import styles from './referral.module.css'

/** What the person may ask: a copy of what is kept, or that all of it goes. */
export function Rights({ id, isErased }: { id: string; isErased: boolean }) {
  const t = useTranslations('referral.rights')
  return (
    <section>
      <h2>{t('title')}</h2>
      <p>{t('text', { months: env().ERASE_AFTER_MONTHS })}</p>
      <form method="post" action={`${referralPath(id)}/copie`} className={styles.ways}>
        <Button variant="secondary" name="format" value="texte">
          {t('copyText')}
        </Button>
        <Button variant="quiet" name="format" value="json">
          {t('copyFile')}
        </Button>
      </form>
      {!isErased && (
        <div className={styles.ways}>
          <EraseForm
            action={eraseAction}
            id={id}
            words={{ summary: t('erase'), text: t('eraseText'), submit: t('eraseNow') }}
          />
        </div>
      )}
      <p>
        <a href="/confidentialite" target="_blank" rel="noopener">
          {t('more')}
        </a>
      </p>
    </section>
  )
}
