/** Names of well-known sources, by slug, as the public reads them. */
export const sourceNames: Readonly<Record<string, string | undefined>> = {
  'france-services': 'France Services',
  'fabriques-de-territoire': 'Fabriques de territoire',
  'conseiller-numerique': 'Conseillers numériques',
  'schema-national': 'Schéma national',
}
