/**
 * Where holidays are added to the national ones, under the name by which opening_hours knows it.
 *
 * The library's calendar was compared with articles L3133-1, L3134-13 (Alsace-Moselle) and L3422-2
 * (abolition of slavery, overseas) of the Code du travail, and with what the Pacific collectivities
 * decide: see opening.test.ts. L3422-2 keeps 27 May at Saint-Martin, where 28 May is celebrated.
 */
const states: Readonly<Record<string, string | undefined>> = {
  '57': 'Moselle',
  '67': 'Bas-Rhin',
  '68': 'Haut-Rhin',
  '971': 'Guadeloupe',
  '972': 'Martinique',
  '973': 'Guyane',
  '974': 'La Réunion',
  '976': 'Mayotte',
  '977': 'Saint-Barthélemy',
  '978': 'Saint-Martin',
  '986': 'Wallis-et-Futuna',
  '987': 'Polynésie française',
  '988': 'Nouvelle-Calédonie',
}

/** The name under which opening_hours finds the holidays of a département. */
export function holidayStateOf(departmentCode: string): string {
  return states[departmentCode] ?? 'France'
}
