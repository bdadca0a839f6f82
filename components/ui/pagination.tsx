import { useTranslations } from 'next-intl'
import { ButtonLink } from './button'
import styles from './pagination.module.css'

interface Props {
  /** From 1. */
  page: number
  pageCount: number
  /** The stable address of a page. */
  hrefOf: (page: number) => string
}

/** The way to the other pages of a list; nothing when it has one page. */
export function Pagination({ page, pageCount, hrefOf }: Props) {
  const t = useTranslations('ui')
  if (pageCount < 2) return null
  return (
    <nav className={styles.pagination} aria-label={t('pages')}>
      {page > 1 && (
        <ButtonLink variant="secondary" href={hrefOf(page - 1)} rel="prev">
          {t('previousPage')}
        </ButtonLink>
      )}
      <p className={styles.where}>{t('pageOf', { page, pageCount })}</p>
      {page < pageCount && (
        <ButtonLink variant="secondary" href={hrefOf(page + 1)} rel="next">
          {t('nextPage')}
        </ButtonLink>
      )}
    </nav>
  )
}
