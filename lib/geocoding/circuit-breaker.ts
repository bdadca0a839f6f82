/**
 * Stops asking a service that does not answer: after some failures in a row, nobody waits for it
 * until a while has passed. Then one call tries again, and the others still do not wait.
 */
export class CircuitBreaker {
  private failures = 0
  private openUntil = 0

  constructor(
    private readonly allowed: number,
    /** Milliseconds */
    private readonly rest: number,
    private readonly now: () => number = Date.now,
  ) {}

  get isOpen(): boolean {
    return this.now() < this.openUntil
  }

  /** Milliseconds until the service is tried again */
  get wait(): number {
    return Math.max(0, this.openUntil - this.now())
  }

  /** Whether to ask now; after a rest, only the first to call may. */
  mayAsk(): boolean {
    if (this.isOpen) return false
    if (this.failures >= this.allowed) this.openUntil = this.now() + this.rest
    return true
  }

  succeeded(): void {
    this.failures = 0
    this.openUntil = 0
  }

  failed(): void {
    this.failures += 1
    if (this.failures >= this.allowed) this.openUntil = this.now() + this.rest
  }
}
