interface Pace {
  /** How many run side by side; more than one only for a part that leaves alone what another holds */
  atOnce?: number
  /** Asks to stop after what is under way */
  signal?: AbortSignal
}

/**
 * Does a part of a work again and again until it finds nothing left.
 *
 * @param part takes some of the work, and says how much
 * @returns how much was done
 */
export async function untilNone(part: () => Promise<number>, { atOnce = 1, signal }: Pace): Promise<number> {
  let total = 0
  const worker = async () => {
    for (let done = -1; done !== 0 && !signal?.aborted; ) {
      done = await part()
      total += done
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return total
}
