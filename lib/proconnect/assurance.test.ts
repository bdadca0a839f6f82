import { expect, test } from 'vitest'
import { usedSecondFactor } from './assurance'

test.each([
  [{ amr: ['pwd', 'totp', 'mfa'] }, true],
  [{ amr: ['pwd'], acr: 'eidas2' }, true],
  [{ acr: 'eidas3' }, true],
  [{ acr: 'https://proconnect.gouv.fr/assurance/consistency-checked-2fa' }, true],
  [{ acr: 'eidas1', amr: ['pwd'] }, false],
  [{ acr: 'https://proconnect.gouv.fr/assurance/consistency-checked' }, false],
  [{ amr: ['pwd', 'mail'] }, false],
  [{ amr: 'mfa' }, false],
  [{ acr: ['eidas2'] }, false],
  [{}, false],
])('%o took a second factor: %s', (claims, used) => {
  expect(usedSecondFactor(claims)).toBe(used)
})
