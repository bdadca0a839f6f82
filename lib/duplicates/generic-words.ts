/** Words that say what a place is, under one name for each kind of thing: two of different kinds are two places. */
const types: Readonly<Record<string, string | undefined>> = {
  mairie: 'MAIRIE',
  marie: undefined,
  commune: 'MAIRIE',
  ville: 'MAIRIE',
  municipal: undefined,
  mediatheque: 'MEDIATHEQUE',
  bibliotheque: 'MEDIATHEQUE',
  ludotheque: 'LUDOTHEQUE',
  ccas: 'CCAS',
  cias: 'CCAS',
  mission: 'MISSION_LOCALE',
  poste: 'POSTE',
  ecole: 'ECOLE',
  college: 'COLLEGE',
  lycee: 'LYCEE',
  ehpad: 'EHPAD',
  gendarmerie: 'GENDARMERIE',
  prefecture: 'PREFECTURE',
  tresorerie: 'IMPOTS',
  caf: 'CAF',
  cpam: 'CPAM',
  msa: 'MSA',
  mfs: 'FRANCE_SERVICES',
  msap: 'FRANCE_SERVICES',
  fablab: 'FABLAB',
  foyer: 'FOYER',
  residence: 'FOYER',
  mjc: 'MJC',
  pimms: 'PIMMS',
  gare: 'GARE',
}

/** Words that a great many places of the directory have in their names, and that tell none from another. */
const generic = new Set(
  `a au aux avec chez d dans de des du en et l la le les par pour s sous sur un une
  france services service espace espaces maison maisons centre centres point relais lieu pole antenne bureau local
  numerique numeriques informatique multimedia cyber epn public publics publique social sociale sociaux socio culturel culturelle
  communal communale communaux intercommunal intercommunale municipal municipale departemental departementale
  communaute communautes communes commune cc ca agglomeration agglo departement conseil
  association asso ass assoc conseiller conseillers mediation mediateur accueil annexe site
  saint sainte`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Whether a word of a name, folded, is borne by so many places that sharing it tells little. */
export function isGeneric(word: string): boolean {
  return generic.has(word) || placeTypeOf(word) !== undefined
}

/** The kind of house that a word of a name stands for, under one name for all its spellings. */
export function placeTypeOf(word: string): string | undefined {
  return types[word]
}
