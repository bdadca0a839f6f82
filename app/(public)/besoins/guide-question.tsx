import { useTranslations } from 'next-intl'
import { ReadAloud } from '@/components/need/read-aloud'
import { LocalLink } from '@/components/site/local-link'
import { Icon } from '@/components/ui/icon'
import type { GuideStep, QuestionId } from '@/lib/needs/guide'
import styles from './guide.module.css'
import { guideAddress, without } from './guide-address'
import { pictogramOf } from './pictograms'
import { useAnswerWords } from './use-answer-words'

/** One question: each answer is a link to the next. */
export function GuideQuestion(step: GuideStep & { question: QuestionId }) {
  const t = useTranslations('guide')
  const wordsOf = useAnswerWords()
  const { given, question, answers, previous } = step
  const title = t(`questions.${question}`)
  const words = answers.map((answer) => wordsOf(question, answer))
  return (
    <>
      <p className={styles.progress}>{t('step', { number: step.number, total: step.total })}</p>
      <h1>{title}</h1>
      <ReadAloud text={[title, ...words].join('. ')} listen={t('listen')} stop={t('stop')} />
      <ul className={styles.answers}>
        {answers.map((answer) => (
          <li key={answer}>
            <LocalLink className={styles.answer} href={guideAddress({ ...given, [question]: answer })}>
              <span className={styles.pictogram}>
                <Icon name={pictogramOf(question, answer)} size={40} />
              </span>
              <span>{wordsOf(question, answer)}</span>
            </LocalLink>
          </li>
        ))}
      </ul>
      <p>
        <LocalLink className={styles.back} href={previous ? guideAddress(without(given, previous)) : '/'}>
          {t(previous ? 'back' : 'home')}
        </LocalLink>
      </p>
    </>
  )
}
