import type { ReactNode } from 'react'
import styles from './table.module.css'

interface Props {
  caption: string
  /** In full; a cell says the name of its column again in `data-label`, for where the head has no room */
  columns: readonly string[]
  className?: string
  foot?: ReactNode
  /** The rows */
  children: ReactNode
}

/** One line a thing; where the screen is narrow, one card a thing. */
export function Table({ caption, columns, className, foot, children }: Props) {
  return (
    <table className={[styles.table, className].filter(Boolean).join(' ')}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  )
}
