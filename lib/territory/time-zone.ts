/**
 * Where clocks differ from Paris. French Polynesia keeps Tahiti's time here, though the Marquesas
 * and the Gambier are half an hour and an hour ahead. Clipperton has no zone of its own: UTC−8.
 */
const overseas: Readonly<Record<string, string | undefined>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '984': 'Indian/Kerguelen',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
  '989': 'Etc/GMT+8',
}

/** Every département and collectivity whose clocks are not those of Paris. */
export const overseasDepartments = Object.keys(overseas)

/** The IANA name of the zone in which a département or an overseas collectivity lives. */
export function timeZoneOf(departmentCode: string): string {
  return overseas[departmentCode] ?? 'Europe/Paris'
}
