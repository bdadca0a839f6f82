/** The values asked for last, so many of them at most. */
export class Recent<Value> {
  private readonly kept = new Map<string, Value>()

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.kept.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  set(key: string, value: Value): void {
    this.kept.delete(key)
    this.kept.set(key, value)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break
      this.kept.delete(oldest)
    }
  }
}
