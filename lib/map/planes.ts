/** Bytes of a number: ids, and differences between positions, stay under 2²⁴. */
const width = 3

/**
 * Whole numbers under 2²⁴ as the bytes of their units, then those of their 256s, then of their 65,536s:
 * alike bytes stand together, which compression likes.
 */
export function toPlanes(values: ArrayLike<number>): Uint8Array {
  const planes = new Uint8Array(width * values.length)
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    for (let plane = 0; plane < width; plane++) planes[plane * values.length + index] = value >> (8 * plane)
  }
  return planes
}

/** Undoes `toPlanes`. */
export function fromPlanes(planes: Uint8Array): Int32Array {
  const values = new Int32Array(planes.length / width)
  for (let index = 0; index < values.length; index++) {
    for (let plane = 0; plane < width; plane++) {
      values[index] = (values[index] ?? 0) | ((planes[plane * values.length + index] ?? 0) << (8 * plane))
    }
  }
  return values
}

/** What each number adds to the one before, small ones small whatever their sign: -1 is 1, 1 is 2, -2 is 3. */
export function toSteps(values: ArrayLike<number>): Int32Array {
  const steps = new Int32Array(values.length)
  for (let index = 0, before = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    steps[index] = ((value - before) << 1) ^ ((value - before) >> 31)
    before = value
  }
  return steps
}

/** Undoes `toSteps`. */
export function fromSteps(steps: Int32Array): Int32Array {
  const values = new Int32Array(steps.length)
  for (let index = 0, before = 0; index < steps.length; index++) {
    const step = steps[index] ?? 0
    before += (step >>> 1) ^ -(step & 1)
    values[index] = before
  }
  return values
}

/** One bit each, the first in the lowest bit of the first byte. */
export function toBits(flags: ArrayLike<boolean>): Uint8Array {
  const bits = new Uint8Array(bytesOfBits(flags.length))
  for (let index = 0; index < flags.length; index++)
    if (flags[index]) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
  return bits
}

/** One flag of `toBits`. */
export const hasBit = (bits: Uint8Array, index: number) => (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1

/** The length of so many flags, to know where the next column begins. */
export const bytesOfBits = (count: number) => Math.ceil(count / 8)

/** The length of so many numbers in planes. */
export const bytesOfNumbers = (count: number) => width * count
