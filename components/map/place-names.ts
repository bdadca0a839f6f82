/** As many as one request may ask for. */
const askedAtMost = 100

/** The names of places, which do not come with their positions: asked for when their marks are in sight, and kept. */
export class PlaceNames {
  readonly #known = new Map<string, string>()

  get(id: string): string | undefined {
    return this.#known.get(id)
  }

  /** Asks for the names that are missing. Where they do not come, marks are called by their kind. */
  async learn(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.#known.has(id)).slice(0, askedAtMost)
    if (missing.length === 0) return
    const response = await fetch(`/lieux/carte/noms?${new URLSearchParams(missing.map((id) => ['id', id]))}`)
    const names: Record<string, string> = response.ok ? await response.json() : {}
    for (const [id, name] of Object.entries(names)) this.#known.set(id, name)
  }
}
