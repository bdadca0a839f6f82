import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Booklets } from '@/components/voucher/booklets'
import { SessionsForm } from '@/components/voucher/sessions-form'
import { VoucherWords } from '@/components/voucher/voucher-words'
import type { FormAction } from '@/lib/form-state'
import type { Party } from '@/lib/referrals/party'
import { bookletsFor } from '@/lib/vouchers/queries'

interface Props {
  party: Party
  referralId: string
  action: FormAction
  /** Of a place without account */
  token?: string
  done: string | string[] | undefined
}

/** The booklets of a person, for the place that notes her sessions; nothing when she was given none. */
export async function PlaceVouchers({ party, referralId, action, token, done }: Props) {
  const [shown, t] = await Promise.all([bookletsFor(party, referralId), getTranslations('vouchers')])
  if (!shown || shown.booklets.length === 0) return null
  return (
    <section aria-labelledby="pass">
      <h2 id="pass">{t('title')}</h2>
      {done === 'seances' && (
        <Notice tone="success" role="status">
          <p>{t('done.seances')}</p>
        </Notice>
      )}
      <VoucherWords>
        <Booklets booklets={shown.booklets} today={shown.today}>
          {(booklet) =>
            shown.mayNote && (!booklet.isExpired || booklet.used > 0) ? (
              <SessionsForm
                action={action}
                referralId={referralId}
                token={token}
                booklet={{
                  id: booklet.id,
                  vouchers: booklet.isExpired ? booklet.used : booklet.vouchers,
                  used: booklet.used,
                }}
              />
            ) : null
          }
        </Booklets>
      </VoucherWords>
    </section>
  )
}
