import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddressHeader } from '@/lib/accounts/client-address'

/** Counts a request of an address. @returns the seconds that it has to wait; 0 when it may go on */
export async function secondsToWait(limiter: RateLimiterMemory, request: Request): Promise<number> {
  const address = request.headers.get(clientAddressHeader)
  if (address === null) return 0
  try {
    await limiter.consume(address)
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext / 1000
    throw refusal
  }
}
