/**
 * An address of the web as browsers write it, `www.exemple.fr` → `https://www.exemple.fr/`.
 *
 * @returns null for anything but http and https on a named host: no `javascript:`, no password
 */
export function normaliseWebAddress(text: string): string | null {
  const typed = text.trim()
  const full = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[a-z0-9.-]+:\d+/i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(full)) return null
  const url = new URL(full)
  const isNamed = /^([^.]+\.)+[^.\d][^.]+$/.test(url.hostname)
  return /^https?:$/.test(url.protocol) && isNamed && !url.username && !url.password ? url.href : null
}
