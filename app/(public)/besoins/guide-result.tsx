import { useTranslations } from 'next-intl'
import { ReadAloud } from '@/components/need/read-aloud'
import { LocalLink } from '@/components/site/local-link'
import { useLocalPath } from '@/components/site/local-path'
import { WhereField } from '@/components/where/where-field'
import { type GuideStep, questionIds, searchOfGuide } from '@/lib/needs/guide'
import { searchToParams } from '@/lib/search/schema'
import styles from './guide.module.css'
import { guideAddress, without } from './guide-address'

/** What was understood, each line with the way to change it, then the last question: where. */
export function GuideResult({ given }: Pick<GuideStep, 'given'>) {
  const t = useTranslations('guide')
  const to = useLocalPath()
  const params = searchToParams(searchOfGuide(given))
  const said = questionIds.flatMap((id) => {
    const key = `said.${id}.${given[id]}` as 'said.besoin.papiers'
    return given[id] && t.has(key) ? [{ id, words: t(key) }] : []
  })
  return (
    <>
      <h1>{t('resultTitle')}</h1>
      <p>{t('resultText')}</p>
      <ReadAloud
        text={[t('resultText'), ...said.map(({ words }) => words), t('where')].join('. ')}
        listen={t('listen')}
        stop={t('stop')}
      />
      <ul className={styles.said}>
        {said.map(({ id, words }) => (
          <li key={id}>
            <span>{words}</span>
            <LocalLink href={guideAddress(without(given, id))} aria-label={t('changeThat', { answer: words })}>
              {t('change')}
            </LocalLink>
          </li>
        ))}
      </ul>
      <h2>{t('where')}</h2>
      <form action={to('/lieux')}>
        {[...params].map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <WhereField params={params.toString()} />
      </form>
      <p>
        <LocalLink className={styles.back} href="/besoins">
          {t('again')}
        </LocalLink>
      </p>
    </>
  )
}
