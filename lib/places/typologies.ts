/**
 * The types of structure a coordinator meets most, of data.inclusion's vocabulary that the national
 * schema's `typologie` refers to. A place may carry any other code: it is kept.
 */
export const typologies: Readonly<Record<string, string>> = {
  ASSO: 'Association',
  BIB: 'Bibliothèque ou médiathèque',
  CAF: 'Caisse d’allocations familiales',
  CCAS: 'Centre communal d’action sociale',
  CIAS: 'Centre intercommunal d’action sociale',
  CS: 'Centre social',
  DEPT: 'Service du département',
  EPCI: 'Intercommunalité',
  EVS: 'Espace de vie sociale',
  FABLAB: 'Fablab',
  MDS: 'Maison des solidarités',
  MJC: 'Maison des jeunes et de la culture',
  ML: 'Mission locale',
  MQ: 'Maison de quartier',
  MUNI: 'Mairie',
  PE: 'France Travail',
  PIMMS: 'Pimms Médiation',
  RFS: 'Réseau France Services',
  TIERS_LIEUX: 'Tiers-lieu',
}
