import { pictogramOf } from '@/app/(public)/besoins/pictograms'
import { useAnswerWords } from '@/app/(public)/besoins/use-answer-words'
import type { Choice } from '@/components/ui/checkbox-group'
import { Icon } from '@/components/ui/icon'
import { needIds } from '@/lib/assessment/grid'
import { guideAnswerOf } from '@/lib/assessment/search'
import { questionIds } from '@/lib/needs/guide'
import styles from './form.module.css'

/** The needs in the words and the drawings of the citizen's guide, which both know. */
export function useNeedChoices(): Choice[] {
  const wordsOf = useAnswerWords()
  return needIds.map((need) => {
    const given = guideAnswerOf(need)
    const question = questionIds.findLast((id) => given[id]) ?? 'besoin'
    const answer = given[question] ?? need
    return {
      value: need,
      label: (
        <span className={styles.need}>
          <Icon name={pictogramOf(question, answer)} /> {wordsOf(question, answer)}
        </span>
      ),
    }
  })
}
