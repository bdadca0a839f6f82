interface Pace {
  /** How many run side by side; more than one only for a part that leaves alone what another holds */
  atOnce?: number
  /** Asks to stop after what is under way */
  signal?: AbortSignal
}

/**
 * Does a part of a work again and again until it finds nothing left, or one fails: the others then end with what they
 * are at.
 *
 * @param part takes some of the work, and says how much
 * @returns how much was done
 * @throws what the first that failed threw
 */
export async function untilNone(part: () => Promise<number>, { atOnce = 1, signal }: Pace): Promise<number> {
  let [total, isOver] = [0, false]
  const worker = async () => {
    try {
      for (let done = -1; done !== 0 && !isOver && !signal?.aborted; total += Math.max(0, done)) done = await part()
    } catch (error) {
      isOver = true
      throw error
    }
  }
  const workers = Array.from({ length: atOnce }, worker)
  await Promise.allSettled(workers)
  await Promise.all(workers)
  return total
}
