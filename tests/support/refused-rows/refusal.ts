/** What is wrong with a row, the constraint that refuses it, its table, and the row. */
export type Refusal = [fact: string, constraint: string, table: string, row: Record<string, unknown>]
