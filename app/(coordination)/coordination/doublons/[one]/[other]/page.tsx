import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { differingFields, isList, likelySide } from '@/lib/duplicates/merge'
import { type ComparedPair, getPair } from '@/lib/duplicates/queries'
import { NotFoundError, UserError } from '@/lib/errors'
import { editableOf } from '@/lib/places/editable-place'
import { requireUser } from '../../../../require-user'
import styles from '../../doublons.module.css'
import { useReasons } from '../../use-reasons'
import { fieldText } from './field-text'
import { type ComparedField, PairForm } from './pair-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.duplicates')
  return { title: t('compare') }
}

export default async function PairPage({ params }: PageProps<'/coordination/doublons/[one]/[other]'>) {
  const { one: oneId, other: otherId } = await params
  const user = await requireUser(`/coordination/doublons/${oneId}/${otherId}`)
  const t = await getTranslations('coordination.duplicates')
  const pair = await getPair(user, oneId, otherId).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound()
    if (error instanceof UserError) return error.message
    throw error
  })
  return (
    <Page width="wide">
      <p>
        <a href="/coordination/doublons">{t('title')}</a>
      </p>
      <h1>{t('compare')}</h1>
      {typeof pair === 'string' ? (
        <Notice tone="warning">
          <p>{pair}</p>
        </Notice>
      ) : (
        <>
          <Reasons pair={pair} />
          {!pair.mayDecide && (
            <Notice>
              <p>{t('mayNotDecide')}</p>
            </Notice>
          )}
          <PairForm
            one={{ id: pair.one.id, version: pair.one.stored.version, name: pair.one.stored.name }}
            other={{ id: pair.other.id, version: pair.other.stored.version, name: pair.other.stored.name }}
            fields={comparedFields(pair)}
            mayDecide={pair.mayDecide}
          />
        </>
      )}
    </Page>
  )
}

function Reasons({ pair }: { pair: ComparedPair }) {
  const reasons = useReasons()(pair.signals)
  return (
    <div className={styles.reasons}>
      {(['for', 'against'] as const).map((side) => (
        <ReasonList key={side} side={side} reasons={reasons[side]} />
      ))}
    </div>
  )
}

async function ReasonList({ side, reasons }: { side: 'for' | 'against'; reasons: readonly string[] }) {
  const t = await getTranslations('coordination.duplicates')
  return (
    <section aria-labelledby={`raisons-${side}`}>
      <h2 id={`raisons-${side}`}>{t(side)}</h2>
      {reasons.length === 0 ? (
        <p>{t('noReason')}</p>
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function comparedFields({ one, other }: ComparedPair): ComparedField[] {
  const [left, right] = [editableOf(one.stored), editableOf(other.stored)]
  return differingFields(left, right).map((field) => ({
    field,
    one: fieldText(one.stored, field),
    other: fieldText(other.stored, field),
    isList: isList(left, field),
    likely: likelySide(left, right, field, 'one'),
  }))
}
