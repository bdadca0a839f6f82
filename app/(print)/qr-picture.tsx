import type { QrCode } from '@/lib/qr-code'
import styles from './sheet.module.css'

/** A code to photograph. */
export function QrPicture({ code, label }: { code: QrCode; label: string }) {
  return (
    <svg className={styles.code} viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label}>
      <path className={styles.codePaper} d={`M0 0h${code.size}v${code.size}H0z`} />
      <path d={code.path} shapeRendering="crispEdges" />
    </svg>
  )
}
