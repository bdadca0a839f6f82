import { UAParser } from 'my-ua-parser'

const devices: Readonly<Record<string, string>> = { mobile: 'téléphone', tablet: 'tablette' }

/**
 * What somebody would call the device of a session: `Firefox, Windows` or `Safari, téléphone iOS`.
 *
 * @param userAgent the header, which anybody may write: its words are shortened, and shown as text only
 */
export function deviceName(userAgent: string | null): string {
  const { browser, os, device } = UAParser(userAgent ?? '')
  const system = [devices[device.type ?? ''], os.name].filter(Boolean).join(' ')
  const name = [browser.name?.replace('Mobile ', ''), system].filter(Boolean).join(', ')
  return name.slice(0, 80) || 'Appareil inconnu'
}
