import styles from './kind-shape.module.css'
import { kindShapes, type ShownKind } from './kind-shapes'

/** The mark of a kind, always beside its word or on the map. */
export function KindShape({ kind, size = 20 }: { kind: ShownKind; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className={`${styles.shape} ${styles[kind]}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
    >
      <path d={kindShapes[kind]} />
    </svg>
  )
}
