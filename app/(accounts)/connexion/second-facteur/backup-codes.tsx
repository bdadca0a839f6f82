import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import styles from './second-factor.module.css'

/** The codes that open the account of whoever lost her phone or her key; only their hashes are kept. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('account.codes')
  return (
    <Notice tone="warning" title={t('title')} role="status" id="codes-de-secours">
      <p>{t('text')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\n'))}`} download={t('file')}>
          {t('download')}
        </a>
      </p>
    </Notice>
  )
}
