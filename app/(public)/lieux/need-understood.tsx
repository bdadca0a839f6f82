import { Understood } from '@/components/need/understood'
import { useLocalPath } from '@/components/site/local-path'
import type { Meaning } from '@/lib/needs/meaning'
import { type PageSearch, pageAddress } from '@/lib/search/page-address'
import type { Search } from '@/lib/search/schema'

/** What the words of the search were understood as, with the ways to undo it. */
export function NeedUnderstood({ asked, meaning }: { asked: PageSearch; meaning: Meaning | null }) {
  const to = useLocalPath()
  const { words, isLiteral } = asked.search
  if (words === null || meaning === null) return null
  const hrefWith = (change: Partial<Search>) =>
    to(pageAddress({ ...asked, search: { ...asked.search, page: 1, ...change } }))
  return (
    <Understood
      words={words}
      isLiteral={isLiteral}
      meaning={meaning}
      undoHref={hrefWith({ isLiteral: !isLiteral })}
      hrefOf={(other) => hrefWith({ words: other, isLiteral: false })}
    />
  )
}
