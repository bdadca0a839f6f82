import { defaultLocale } from './languages'

/**
 * The name of a place after "de", as French joins them: "de Blois", "d’Orléans", "du Mans", "des Ulis". An H
 * may or may not be mute, so that before it nothing is left out. Other languages have their word in the
 * sentence: for them, the name alone.
 */
export function ofPlace(locale: string, name: string): string {
  return locale === defaultLocale ? joined(name) : name
}

function joined(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`
  return (/^(?:[aeiouœæ]|y[^aeiou])/i.test(name.normalize('NFD')) ? 'd’' : 'de ') + name
}
