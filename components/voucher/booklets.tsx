import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { fateOf, type ShownBooklet, voucherEuros } from '@/lib/vouchers/booklet'
import styles from './booklets.module.css'

interface Props {
  booklets: readonly ShownBooklet[]
  /** On the place's calendar: `2026-11-22` */
  today: string
  /** What may be done with one */
  children: (booklet: ShownBooklet) => ReactNode
}

/** The booklets given with a referral, and what became of their vouchers. */
export function Booklets({ booklets, today, children }: Props) {
  const t = useTranslations('vouchers')
  const format = useFormatter()
  // Days have no time: they are read where they were written.
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <ul className={styles.booklets}>
      {booklets.map((booklet) => {
        const { id, vouchers, givenOn, expiresOn, isExpired } = booklet
        const fate = fateOf(booklet, today)
        return (
          <li key={id}>
            <p>
              <strong>{t('booklet', { count: vouchers, euros: vouchers * voucherEuros })}</strong>
            </p>
            <p>{t(isExpired ? 'expired' : 'given', { given: day(givenOn), expires: day(expiresOn) })}</p>
            <p>{t(isExpired ? 'lost' : 'fate', fate)}</p>
            {children(booklet)}
          </li>
        )
      })}
    </ul>
  )
}
