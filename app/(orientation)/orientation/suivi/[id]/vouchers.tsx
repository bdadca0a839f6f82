import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import { Booklets } from '@/components/voucher/booklets'
import { VoucherWords } from '@/components/voucher/voucher-words'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { bookletsFor } from '@/lib/vouchers/queries'
import { GiveForm } from './give-form'
import { takeBackAction } from './voucher-actions'

interface Props {
  user: CurrentUser
  referralId: string
  done: string | string[] | undefined
}

/** The booklets given with a referral; nothing where the place does not take the Pass numérique. */
export async function Vouchers({ user, referralId, done }: Props) {
  const [shown, t] = await Promise.all([bookletsFor({ side: 'HELPER', user }, referralId), getTranslations('vouchers')])
  if (!shown || (!shown.mayGive && shown.booklets.length === 0)) return null
  const news = done === 'carnet' || done === 'retrait' ? done : null
  return (
    <section aria-labelledby="pass">
      <h2 id="pass">{t('title')}</h2>
      {news && (
        <Notice tone="success" role="status">
          <p>{t(`done.${news}`)}</p>
        </Notice>
      )}
      <VoucherWords>
        {shown.booklets.length === 0 && <p>{t('none')}</p>}
        <Booklets booklets={shown.booklets} today={shown.today}>
          {({ id, used, vouchers }) =>
            used === 0 && (
              <OneButtonForm
                action={takeBackAction}
                to={{ id: referralId, bookletId: id }}
                title={t('notSaved')}
                outcomeId={`resultat-${id}`}
                variant="quiet"
                aria-label={t('takeBackNamed', { count: vouchers })}
              >
                {t('takeBack')}
              </OneButtonForm>
            )
          }
        </Booklets>
        {shown.mayGive && <GiveForm referralId={referralId} today={shown.today} />}
      </VoucherWords>
    </section>
  )
}
