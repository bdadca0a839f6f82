import { useTranslations } from 'next-intl'
import { KindShape } from './kind-shape'
import type { ShownKind } from './kind-shapes'
import styles from './kind-tag.module.css'

/** A kind, told by its colour, its shape and its word. */
export function KindTag({ kind }: { kind: ShownKind }) {
  const t = useTranslations('kinds')
  return (
    <span className={styles.tag}>
      <KindShape kind={kind} />
      {t(kind)}
    </span>
  )
}
