import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether this browser knows passkeys; false on the server, and so until scripts run. */
export function useWebAuthn(): boolean {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => false)
}
