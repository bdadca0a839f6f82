import { getLocale, getTranslations } from 'next-intl/server'
import { KeepButton } from '@/components/place/keep-button'
import { getLocalPath } from '@/components/site/local-path'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { env } from '@/lib/env'
import { localPath } from '@/lib/i18n/path'
import type { PublishedPlace } from '@/lib/places/queries'
import { sheetPath } from '@/lib/sheet/schema'
import styles from './place.module.css'
import { ShareButton } from './share-button'

/** To take the place along: on paper, or to somebody else. The links work without a script. */
export async function Keep({ place: { id, name, address, postcode, commune } }: { place: PublishedPlace }) {
  const kept = await getTranslations('kept')
  const visit = await getTranslations('visit')
  const [t, to, locale] = await Promise.all([getTranslations('place'), getLocalPath(), getLocale()])
  const url = env().PUBLIC_URL + localPath(locale, `/lieux/${id}`)
  const text = encodeURIComponent(`${name} ${url}`)
  return (
    <section className={styles.keep}>
      <h2>{t('keepTitle')}</h2>
      <div className={styles.choices}>
        <KeepButton
          place={{ id, name, where: `${address}, ${postcode} ${commune.name}`, path: to(`/lieux/${id}`) }}
          listPath={to('/mes-lieux')}
          words={{
            keep: kept('keep'),
            forget: kept('forget'),
            kept: kept('kept'),
            see: kept('see'),
            failed: kept('failed'),
          }}
        />
      </div>
      <p className={styles.choices}>
        <ButtonLink variant="secondary" href={to(`/lieux/${id}/fiche`)} rel="nofollow">
          <Icon name="printer" /> {t('print')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={to(`/lieux/${id}/fiche?grand=oui`)} rel="nofollow">
          <Icon name="printer" /> {t('printLarge')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={to(sheetPath([id]))} rel="nofollow">
          <Icon name="document" /> {visit('prepare')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={`sms:?&body=${text}`}>
          <Icon name="phone" /> {t('shareBySms')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={`mailto:?subject=${encodeURIComponent(name)}&body=${text}`}>
          <Icon name="mail" /> {t('shareByMail')}
        </ButtonLink>
        <ShareButton title={name} url={url} words={{ share: t('share'), copy: t('copyLink'), copied: t('copied') }} />
      </p>
    </section>
  )
}
