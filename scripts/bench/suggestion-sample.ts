import { type Random, randomFrom } from '@/prisma/seed/demo/random'

export type DrawnCommune = {
  code: string
  name: string
  postcodes: string[]
  population: number
}

/** What somebody types, and the commune that she means. */
export interface Typed {
  text: string
  code: string
}

export interface Sample {
  /** Names as they are written */
  names: Typed[]
  /** Postcodes of communes, each commune as likely as any other */
  postcodes: Typed[]
  /** Postcodes of inhabitants, each as likely as any other */
  postcodesOfPeople: Typed[]
  /** Names of four letters or more with one letter added, lost, replaced or swapped with the next */
  slips: Typed[]
}

/** Always the same sample for the same seed and communes. */
export function drawSample(communes: readonly DrawnCommune[], size: number, seed: number): Sample {
  const random = randomFrom(seed)
  const draw = (from: readonly DrawnCommune[], typed: (commune: DrawnCommune) => string): Typed[] =>
    Array.from({ length: size }, () => random.pick(from)).map((commune) => ({
      text: typed(commune),
      code: commune.code,
    }))
  const served = communes.filter(({ postcodes }) => postcodes.length > 0)
  const people = Array.from({ length: size }, weighted(served, random))
  return {
    names: draw(communes, ({ name }) => name),
    postcodes: draw(served, ({ postcodes }) => random.pick(postcodes)),
    postcodesOfPeople: people.map(({ postcodes, code }) => ({ text: random.pick(postcodes), code })),
    slips: draw(
      communes.filter(({ name }) => name.length >= 4),
      ({ name }) => withSlip(name, random),
    ),
  }
}

/** Draws by population without adding all of it up again for each draw. */
function weighted(communes: readonly DrawnCommune[], random: Random): () => DrawnCommune {
  const sums: number[] = []
  let total = 0
  for (const { population } of communes) {
    total += population
    sums.push(total)
  }
  return () => {
    const drawn = random.next() * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > drawn) high = middle
      else low = middle + 1
    }
    return communes[low] ?? random.pick(communes)
  }
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']

function withSlip(name: string, random: Random): string {
  const characters = [...name]
  const places = characters.flatMap((character, index) => (/\p{Letter}/u.test(character) ? [index] : []))
  const at = random.pick(places)
  const [before, here = '', next = '', after] = [
    characters.slice(0, at).join(''),
    characters[at],
    characters[at + 1],
    characters.slice(at + 2).join(''),
  ]
  const other = random.pick(letters.filter((letter) => letter !== here.toLowerCase()))
  const slips = [
    `${before}${other}${here}${next}${after}`,
    `${before}${next}${after}`,
    `${before}${other}${next}${after}`,
    ...(next !== '' && next !== here ? [`${before}${next}${here}${after}`] : []),
  ]
  return random.pick(slips)
}
