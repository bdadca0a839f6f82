import { type NationalField, nationalFields } from './national-schema'

/** Where a file writes the hours of each day, Monday first. */
export const dayColumns = [
  'h_lundi',
  'h_mardi',
  'h_mercredi',
  'h_jeudi',
  'h_vendredi',
  'h_samedi',
  'h_dimanche',
] as const

/** Fields that only some formats have, beside the national ones. */
const others = [
  'lib_fs',
  'id_fs',
  'insee_dep',
  ...dayColumns,
  'commentaire',
  'format_fs',
  'groupe',
  'labellisation',
  'labels_nationaux',
  'labels_autres',
  'publics_accueillis',
  'conditions_acces',
  'id_territoire',
  'lib_territoire',
  'id_geo',
  'lib_geo',
  'liste_geo',
] as const

export type Field = NationalField | (typeof others)[number]

/** Every field that some format has. */
export const allFields: readonly Field[] = [...nationalFields, ...others]

/** Other names under which fields are written, folded as `foldHeader` does. */
const aliases: Readonly<Record<string, Field | undefined>> = {
  identifiant: 'id',
  idlieu: 'id',
  uid: 'id',
  siret: 'pivot',
  name: 'nom',
  nomdulieu: 'nom',
  nomlieu: 'nom',
  libelle: 'nom',
  ville: 'commune',
  city: 'commune',
  nomcommune: 'commune',
  libcom: 'commune',
  cp: 'code_postal',
  codepost: 'code_postal',
  postcode: 'code_postal',
  postalcode: 'code_postal',
  insee: 'code_insee',
  codecommune: 'code_insee',
  inseecom: 'code_insee',
  codeinseecommune: 'code_insee',
  citycode: 'code_insee',
  address: 'adresse',
  voie: 'adresse',
  adressepostale: 'adresse',
  complementdadresse: 'complement_adresse',
  complement: 'complement_adresse',
  lat: 'latitude',
  lon: 'longitude',
  lng: 'longitude',
  long: 'longitude',
  typologies: 'typologie',
  tel: 'telephone',
  numerodetelephone: 'telephone',
  phone: 'telephone',
  courriel: 'courriels',
  mail: 'courriels',
  mails: 'courriels',
  email: 'courriels',
  emails: 'courriels',
  adressemail: 'courriels',
  siteweb: 'site_web',
  siteinternet: 'site_web',
  site: 'site_web',
  sitesweb: 'site_web',
  url: 'site_web',
  website: 'site_web',
  horairesouverture: 'horaires',
  openinghours: 'horaires',
  presentationresumee: 'presentation_resume',
  resume: 'presentation_resume',
  description: 'presentation_detail',
  presentationdetaillee: 'presentation_detail',
  datemaj: 'date_maj',
  datedemiseajour: 'date_maj',
  datemiseajour: 'date_maj',
  service: 'services',
  publics: 'publics_accueillis',
  conditionsaccess: 'conditions_acces',
  conditiondacces: 'conditions_acces',
  conditionsdacces: 'conditions_acces',
  fraisacharges: 'frais_a_charge',
  frais: 'frais_a_charge',
  dispositifsprogrammesnationaux: 'dispositif_programmes_nationaux',
  dispositifprogrammenationaux: 'dispositif_programmes_nationaux',
  dispositifs: 'dispositif_programmes_nationaux',
  formationslabel: 'formations_labels',
  autreslabels: 'labels_autres',
  modalitesdacces: 'modalites_acces',
  modalitesdaccompagnement: 'modalites_accompagnement',
  accessibilite: 'fiche_acces_libre',
  ficheacceslibre: 'fiche_acces_libre',
  acceslibre: 'fiche_acces_libre',
  rdv: 'prise_rdv',
  prisederdv: 'prise_rdv',
  prisederendezvous: 'prise_rdv',
  structureporteuse: 'structure_parente',
  horaireslundi: 'h_lundi',
  horairesmardi: 'h_mardi',
  horairesmercredi: 'h_mercredi',
  horairesjeudi: 'h_jeudi',
  horairesvendredi: 'h_vendredi',
  horairessamedi: 'h_samedi',
  horairesdimanche: 'h_dimanche',
  commentairehoraires: 'commentaire',
  commentaireshoraires: 'commentaire',
  nomfranceservices: 'lib_fs',
}

const known = new Map<string, Field>([
  ...Object.entries(aliases).flatMap(([name, field]) => (field ? [[name, field] as const] : [])),
  ...allFields.map((field) => [foldHeader(field), field] as const),
])

/** A header without case, accents, quotes, blanks or separators: "Code Postal" → `codepostal`. */
function foldHeader(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** The field that a header or a JSON key names, in any of its spellings. */
export function fieldOf(header: string): Field | undefined {
  return known.get(foldHeader(header))
}
