import { hasSocialSecurityNumber } from '@/lib/privacy/social-security-number'
import type { Visit } from '@/lib/sheet/message'

/** What stands on the sheet. */
export interface Written {
  visit: Visit
  /** Those that hold a social-security number: the visit leaves them out */
  refused: readonly (keyof Visit)[]
  /** What the person comes for */
  aimId: string | undefined
}

export const nothing: Visit = { when: '', whom: '', way: '', more: '', word: '' }

/** Reads the inputs, and tells the browser of those that are not valid. */
export function readSheet(sheet: HTMLElement): Written {
  const inputs = [...sheet.querySelectorAll('input')]
  const visit = { ...nothing }
  const refused: (keyof Visit)[] = []
  for (const field of Object.keys(nothing) as (keyof Visit)[]) {
    const input = inputs.find(({ id }) => id === field)
    if (!input) continue
    const isNumber = hasSocialSecurityNumber(input.value)
    // Its own words are beside it; these only make it `:invalid`.
    input.setCustomValidity(isNumber ? field : '')
    if (isNumber) refused.push(field)
    else visit[field] = input.value.trim()
  }
  return { visit, refused, aimId: inputs.find(({ type, checked }) => type === 'radio' && checked)?.value }
}
