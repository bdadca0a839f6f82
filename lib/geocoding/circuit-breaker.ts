/**
 * Stops asking a service that does not answer: after some failures in a row, nobody waits for it
 * until a while has passed. Then one call tries again.
 */
export class CircuitBreaker {
  private failures = 0
  private closedUntil = 0

  constructor(
    private readonly allowed: number,
    /** Milliseconds */
    private readonly rest: number,
    private readonly now: () => number = Date.now,
  ) {}

  get isOpen(): boolean {
    return this.now() < this.closedUntil
  }

  succeeded(): void {
    this.failures = 0
  }

  failed(): void {
    this.failures += 1
    // The one call after a rest fails the circuit at once
    if (this.failures >= this.allowed) this.closedUntil = this.now() + this.rest
  }
}
