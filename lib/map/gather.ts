import type { Box, Spots } from './spots'

/** Places that stand too near one another on the screen to be told apart, or a single one. */
export interface Gathering {
  x: number
  y: number
  count: number
  /** The places, by rank */
  ranks: () => number[]
}

/**
 * Gathers what is shown in a part of the map, so that no two marks stand nearer than `apart`. The cells of
 * a grid that lies still under the map are filled in one pass over all places; the fullest cells then take
 * in their neighbours. Where the view moves, a mark stays.
 *
 * @param apart as a part of the world, as the box is
 */
export function gather(spots: Spots, shown: Uint8Array, box: Box, apart: number): Gathering[] {
  const grid = fill(spots, shown, box, apart)
  const { columns, count, sumX, sumY } = grid
  const full = [...count.keys()].filter((cell) => count[cell])
  // The middle of each cell's places: that of a single place is the place.
  const middle = new Map(full.map((cell) => [cell, [over(sumX, count, cell), over(sumY, count, cell)] as const]))
  const taken = new Set<number>()
  const gatherings: Gathering[] = []
  for (const cell of full.sort((a, b) => (count[b] ?? 0) - (count[a] ?? 0) || a - b)) {
    if (taken.has(cell)) continue
    const [x, y] = middle.get(cell) ?? [0, 0]
    const isNear = (other: number) => {
      const [otherX, otherY] = middle.get(other) ?? [Number.POSITIVE_INFINITY, 0]
      return !taken.has(other) && Math.hypot(otherX - x, otherY - y) < apart
    }
    const cells = around(cell, columns).filter(isNear)
    for (const each of cells) taken.add(each)
    const total = cells.reduce((sum, each) => sum + (count[each] ?? 0), 0)
    gatherings.push({ x, y, count: total, ranks: () => cells.flatMap((each) => ranksIn(grid, each)) })
  }
  return gatherings
}

interface Grid {
  columns: number
  count: Int32Array
  sumX: Float64Array
  sumY: Float64Array
  /** The last place of a cell, by rank, or -1; */
  last: Int32Array
  /** and for each place, the one before it in its cell */
  before: Int32Array
}

function fill({ x, y }: Spots, shown: Uint8Array, { west, north, east, south }: Box, apart: number): Grid {
  // Whole cells, and a row of empty ones around them, so that each cell has eight neighbours.
  const [left, top] = [Math.floor(west / apart) - 1, Math.floor(north / apart) - 1]
  const [columns, rows] = [Math.floor(east / apart) + 2 - left, Math.floor(south / apart) + 2 - top]
  const grid: Grid = {
    columns,
    count: new Int32Array(columns * rows),
    sumX: new Float64Array(columns * rows),
    sumY: new Float64Array(columns * rows),
    last: new Int32Array(columns * rows).fill(-1),
    before: new Int32Array(shown.length),
  }
  for (let rank = 0; rank < shown.length; rank++) {
    if (!shown[rank]) continue
    const [spotX, spotY] = [x[rank] ?? 0, y[rank] ?? 0]
    const [column, row] = [Math.floor(spotX / apart) - left, Math.floor(spotY / apart) - top]
    if (column < 1 || row < 1 || column >= columns - 1 || row >= rows - 1) continue
    const cell = row * columns + column
    grid.count[cell] = (grid.count[cell] ?? 0) + 1
    grid.sumX[cell] = (grid.sumX[cell] ?? 0) + spotX
    grid.sumY[cell] = (grid.sumY[cell] ?? 0) + spotY
    grid.before[rank] = grid.last[cell] ?? -1
    grid.last[cell] = rank
  }
  return grid
}

const over = (sum: Float64Array, count: Int32Array, cell: number) => (sum[cell] ?? 0) / (count[cell] ?? 1)

/** A cell, then its eight neighbours. */
function around(cell: number, columns: number): number[] {
  const steps = [0, -1, 1]
  return steps.flatMap((down) => steps.map((right) => cell + down * columns + right))
}

function ranksIn({ last, before }: Grid, cell: number): number[] {
  const ranks: number[] = []
  for (let rank = last[cell] ?? -1; rank >= 0; rank = before[rank] ?? -1) ranks.push(rank)
  return ranks
}
