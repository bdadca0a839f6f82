/** Every sentence of a catalogue, by its path. */
export function sentencesOf(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[path + key, value]]
    return typeof value === 'object' && value !== null ? sentencesOf(value, `${path}${key}.`) : []
  })
}
