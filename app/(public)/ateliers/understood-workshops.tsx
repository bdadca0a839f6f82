import { useFormatter, useTranslations } from 'next-intl'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { Notice } from '@/components/ui/notice'
import type { UnderstoodWorkshopSearch } from '@/lib/workshops/search/queries'
import { type AskedWorkshops, workshopsAddress } from './read-workshops'

interface Props {
  asked: AskedWorkshops
  search: UnderstoodWorkshopSearch
}

/** What the words were understood as, with the ways to undo it. */
export function UnderstoodWorkshops({ asked, search }: Props) {
  const t = useTranslations('workshops')
  const need = useTranslations('need')
  const level = useTranslations('levels')
  const format = useFormatter()
  const { words, isLiteral } = asked.search
  if (words === null) return null
  if (isLiteral)
    return (
      <Notice>
        <p>{need('literal', { words })}</p>
        <p>
          <LocalLink href={workshopsAddress(asked, { isLiteral: false })}>{need('understandAgain')}</LocalLink>
        </p>
      </Notice>
    )
  const { said, meaning } = search.understood ?? {}
  const senses = [
    said?.isWorkshop && t('aWorkshop'),
    said?.level && level(said.level),
    said?.period && t(said.period === 'WEEK' ? 'withinWeek' : 'withinMonth'),
    said?.isFree && t('free'),
    said?.takesPass && t('pass'),
    said?.isHere && t('nearYou'),
  ].filter((sense) => typeof sense === 'string')
  const quoted = (typed: readonly string[]) => format.list(typed.map((word) => need('quoted', { word })))
  const searched = meaning?.words.map(({ typed }) => typed) ?? []
  return (
    <Notice title={t('understood')}>
      <ul>
        {senses.map((sense) => (
          <li key={sense}>{sense}</li>
        ))}
        {meaning?.needs.map(({ id, name }) => (
          <li key={id}>
            <FrenchData>{name}</FrenchData>
          </li>
        ))}
        {searched.length > 0 && <li>{quoted(searched)}</li>}
      </ul>
      {said?.isHere && !search.near && <p>{t('tellWhere')}</p>}
      {meaning && meaning.ignored.length > 0 && <p>{need('ignored', { words: quoted(meaning.ignored) })}</p>}
      <p>
        {t('undo')}{' '}
        <LocalLink href={workshopsAddress(asked, { isLiteral: true })}>{t('onlyWords', { words })}</LocalLink>
        {' · '}
        <LocalLink href={placesAddress(asked)}>{t('places')}</LocalLink>
      </p>
    </Notice>
  )
}

/** The places that hold workshops, from the same point. */
function placesAddress({ search: { near }, place }: AskedWorkshops): string {
  const params = new URLSearchParams(place ? { lieu: place } : {})
  if (near) params.set('lat', String(near.latitude))
  if (near) params.set('lon', String(near.longitude))
  params.set('modalites_accompagnement', 'dans-un-atelier-collectif')
  return `/lieux?${params}`
}
