/** The ids of the places found, as what each adds to the one before, seven bits a byte: most take one. */
export function encodeIds(ids: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  let before = 0
  for (const id of [...ids].sort((a, b) => a - b)) {
    let step = id - before
    for (; step > 127; step >>= 7) bytes.push((step & 127) | 128)
    bytes.push(step)
    before = id
  }
  return Uint8Array.from(bytes)
}

/** Undoes `encodeIds`, in the browser. */
export function decodeIds(buffer: ArrayBuffer): Set<number> {
  const ids = new Set<number>()
  let [before, step, shift] = [0, 0, 0]
  for (const byte of new Uint8Array(buffer)) {
    step |= (byte & 127) << shift
    shift += 7
    if (byte > 127) continue
    before += step
    ids.add(before)
    step = shift = 0
  }
  return ids
}
