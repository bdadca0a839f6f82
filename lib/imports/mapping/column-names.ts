import { dayColumns, type Field, fieldOf } from '@/lib/open-data/columns'
import type { Confidence, TargetField } from './schema'

export interface NameGuess {
  field: TargetField
  confidence: Confidence
}

/** Fields of former and other formats, and where a file of another shape puts the same thing. */
const today: Partial<Record<Field, TargetField>> = {
  lib_fs: 'nom',
  id_fs: 'id',
  groupe: 'structure_parente',
  commentaire: 'presentation_detail',
  labellisation: 'formations_labels',
  labels_nationaux: 'formations_labels',
  labels_autres: 'autres_formations_labels',
  publics_accueillis: 'publics_specifiquement_adresses',
  conditions_acces: 'frais_a_charge',
  lib_territoire: 'nom',
  id_territoire: 'id',
  id_geo: 'code_insee',
  lib_geo: 'commune',
}

const dayNames = [
  'lundis?|lun|monday|mon',
  'mardis?|mar|tuesday|tue',
  'mercredis?|mer|wednesday|wed',
  'jeudis?|jeu|thursday|thu',
  'vendredis?|ven|friday|fri',
  'samedis?|sam|saturday|sat',
  'dimanches?|dim|sunday|sun',
]

/** Names that say something, and names that resemble one, for each field, as words without accents. The first that fits. */
const names: readonly [field: TargetField, sure: string, probable?: string][] = [
  ...dayColumns.map((field, day): [TargetField, string, string] => [
    field,
    `(h |horaires? |heures? |ouverture |hours )?(du |le )?(${dayNames[day]})`,
    `.*\\b(${dayNames[day]})\\b.*`,
  ]),
  [
    'pivot',
    '(n |no |num |numero |code )?(de )?(siret|siren|rna)( siret| du lieu| de la structure)?',
    '.*\\b(siret|siren|rna)\\b.*',
  ],
  [
    'code_insee',
    '(code )?(commune )?(insee|citycode|codgeo|depcom)( commune| de la commune)?|code (de la )?commune|municipality code',
    '.*\\binsee\\b.*',
  ],
  [
    'code_postal',
    'cp|c p|code post(al)?|codes postaux|post ?code|zip( code)?|postal code|addr postcode',
    '.*\\b(code postal|postcode|cp|zip)\\b.*',
  ],
  ['insee_dep', '(code |num |numero )?(du )?(dep|dept|departement|department)( code)?'],
  [
    'coordonnees',
    'geo ?point( 2d)?|point geo|geom|geometry|geometrie|wkt|gps|coord(onnees)?( (gps|geo|geographiques))?|lat ?(lon|lng|long)|latitude longitude|geoloc(alisation)?|coordinates',
    '.*\\b(geo ?point|gps|geometry)\\b.*|position|location|geo shape',
  ],
  [
    'latitude',
    'lat|latitude|y|(coord(onnees?)? )?y( (wgs84|lambert ?93|l93|2154))?|ylat|y lat|coord y|lat wgs84|geo lat',
    '.*\\blat(itude)?\\b.*|.*\\by\\b',
  ],
  [
    'longitude',
    'lon|lng|long|longitude|x|(coord(onnees?)? )?x( (wgs84|lambert ?93|l93|2154))?|xlong?|x long?|coord x|lon wgs84|geo (lon|lng|long)',
    '.*\\b(lon|lng|longitude)\\b.*|.*\\bx\\b',
  ],
  [
    'adresse_complete',
    'adresse complete|full address|adresse (et|\\+) (ville|commune|cp)|adresse cp ville|formatted address|localisation',
  ],
  [
    'complement_adresse',
    'compl(ement)?( d)?( adresse| adr)?|adresse (2|compl(ement)?|ligne 2)|adr 2|address (2|line 2)|adresse complementaire|batiment|lieu ?dit|address2|adresse2',
    '.*\\bcompl(ement)?\\b.*',
  ],
  [
    'telephone',
    'tel|tels|telephones?|phone|phones|(n|no|num|numero)( de)? (tel|telephone)|tel(ephone)? (fixe|portable|mobile|standard|accueil|contact|public|structure|1)|fixe|portable|standard|phone number|contact (tel|telephone|phone)',
    '.*\\b(tel|telephone|phone|portable)\\b.*',
  ],
  [
    'courriels',
    'mails?|e ?mails?|courriels?|mel|(adresse )?(e ?mail|mail|courriel|electronique|mel)( (contact|structure|generique|accueil|public|1))?|contact (e ?mail|mail)|e ?mail address',
    '.*\\b(e ?mails?|mails?|courriels?|mel)\\b.*',
  ],
  ['fiche_acces_libre', '(fiche |url |lien )?acc(es|e) ?s?libre'],
  [
    'prise_rdv',
    '(lien |url |prise de |prendre )?(rdv|rendez vous|r d v)( en ligne)?|prise de rdv.*|booking( url)?|reservation( en ligne)?|doctolib',
    '.*\\b(url|lien)\\b.*\\b(rdv|rendez vous|reservation)\\b.*',
  ],
  [
    'site_web',
    'site|sites|site (web|internet)|web|url|www|website|lien|page web|internet|site url|url site',
    '.*\\b(site (web|internet)|website|url|facebook|page web)\\b.*',
  ],
  [
    'horaires',
    'horaires?( d ?ouverture)?|heures d ?ouverture|ouvertures?|opening ?hours|hours|jours (et )?horaires|jours et heures d ouverture|horaires d ouverture.*|osm hours',
    '.*\\b(horaires?|opening|ouverture|permanences?)\\b.*',
  ],
  [
    'date_maj',
    '(date )?(de )?(la )?(derniere )?(maj|mise a jour|modification)|modifie le|mis a jour( le)?|updated( at| on)?|last (update|updated|modified)|date (maj|de mise a jour)|update date|modified',
    '.*\\b(maj|mise a jour|updated|modification)\\b.*',
  ],
  [
    'structure_parente',
    '(structure|organisme) (porteuse?|parente?|mere|gestionnaire|de rattachement)|gestionnaire|porteur|parent|rattachement|operateur|collectivite( porteuse)?|employeur',
    '.*\\b(porteuse?|gestionnaire|parente?|employeur|rattachement)\\b.*',
  ],
  [
    'typologie',
    'type|types|typologies?|categories?|category|type (de |d )?(structure|lieu|etablissement|organisme)|nature( juridique)?|forme juridique|statut juridique',
    '(type|categorie|nature)\\b.*',
  ],
  [
    'modalites_acces',
    '(modalites?|mode|modes|conditions?) (d )?acces|acces|comment venir|access',
    '.*\\bmodalites? d acces\\b.*',
  ],
  [
    'modalites_accompagnement',
    '(modalites?|modes?|types?|formes?) (d )?(accompagnement|intervention)s?|accompagnements?',
    '.*\\baccompagnements?\\b.*',
  ],
  [
    'frais_a_charge',
    'frais( a charge)?|tarifs?|tarification|couts?|prix|gratuite?|payant|fees?|price|(conditions?|modalites?) (tarifaires?|financieres?)',
    '.*\\b(tarifs?|frais|gratuite?|prix)\\b.*',
  ],
  [
    'prise_en_charge_specifique',
    'prises? en charge( specifiques?)?|handicaps?|accueil specifique|langues?( parlees| etrangeres)?|accessibilite (handicap|pmr)',
    '.*\\b(handicaps?|langues?)\\b.*',
  ],
  [
    'publics_specifiquement_adresses',
    'publics?( cibles?| vises?| accueillis?| specifiques?| concernes?)?|audiences?|beneficiaires',
    '.*\\bpublics? (cibles?|accueillis?|vises?)\\b.*',
  ],
  [
    'services',
    'services?( (proposes?|offerts?|numeriques?|rendus?))?|offres?( de services?)?|prestations?|thematiques?|activites?( proposees?)?|competences|themes?',
    '.*\\b(services|thematiques?|prestations?|activites?)\\b.*',
  ],
  [
    'dispositif_programmes_nationaux',
    '(dispositifs?|programmes?)( (programmes? )?nationa(l|ux))?',
    '.*\\b(dispositifs?|programmes?)\\b.*',
  ],
  [
    'formations_labels',
    'labels?|labellisations?|label s|formations?( et)? labels?|certifications?|agrements?',
    '.*\\b(labels?|labellisation|certification)\\b.*',
  ],
  ['itinerance', 'itinerance|itinerante?|fixe (ou )?itinerante?', '.*\\bitinerante?\\b.*'],
  ['presentation_resume', 'resume|accroche|presentation (courte|resumee?)|summary|short description'],
  [
    'presentation_detail',
    'descriptions?|descriptif|presentation( (detaillee|longue|du lieu))?|commentaires?|a propos|about|remarques?|observations?|infos?( complementaires?)?|informations?( complementaires?)?|notes?',
    '.*\\b(description|descriptif|presentation|commentaires?|remarques?)\\b.*',
  ],
  ['source', 'source|producteur|collecte par|origine|fournisseur'],
  [
    'id',
    'id|identifiants?|uid|uuid|guid|code|ref|reference|num|numero|n|no|fid|objectid|gid|ogc fid|id (du )?(lieu|structure|source|interne)|cle|key|identifiant (unique|du lieu|structure)',
    '(id|identifiant)\\b.*',
  ],
  [
    'nom',
    'nom|noms|intitule|libelle|denomination|name|title|titre|structures?|raison sociale|enseigne|etablissement|lieux?|organismes?|equipement|organisation|designation|appellation|(nom|intitule|libelle|denomination|name)( (complet|usuel|officiel|public|court))?( de)?( la| l| du)? ?(structure|lieu|lieux|etablissement|organisme|site|point|espace|association|equipement|poi)?|place name|nom structure',
    '(nom|intitule|libelle|denomination|raison)\\b.*',
  ],
  [
    'commune',
    'villes?|communes?|city|town|localites?|municipality|(nom|libelle|lib)( de)?( la)? (commune|ville|com)|commune nom|bureau distributeur|addr city|locality',
    '.*\\b(commune|ville|city)\\b.*',
  ],
  [
    'adresse',
    'adr|adresses?|address|street|street address|rue|voie|(nom|libelle)( de)?( la)? (voie|rue)|adresse (postale|1|du lieu|de la structure|physique|ligne 1|rue|numero rue)|adresse1|adr ?1|address ?(1|line 1)|num(ero)? (et )?(nom )?(de )?(la )?(voie|rue)|addr street|l4|localisation',
    '(adresse|address|adr)\\b.*',
  ],
]

/** Words that make of a name something else than a place's. */
const ofOthers =
  /\b(referente?|responsable|prenom|directeur|directrice|contact nom|coordinat\w+|conseillere?|utilisateur|user|createur|auteur|region|epci|agglo\w*|canton|pays|country)\b/

/** A header as words without accents: "CodePostal_2" → "code postal 2". */
export function wordsOf(header: string): string {
  return header
    .replace(/([a-zà-ÿ])([A-ZÀ-Þ])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+]+/g, ' ')
    .trim()
}

/** The last key of a JSON path (`adresse.ville`); a header of a sheet is whole, its dots too ("Tél."). */
export function leafOf(key: string): string {
  const leaf = key.split(/(?<=[^\s.])\.(?=[^\s.])/).at(-1) ?? key
  return leaf.length > 1 ? leaf : key
}

/** What the name of a column may mean, the likeliest first; nothing when it says nothing. */
export function guessByName(header: string): NameGuess[] {
  const leaf = leafOf(header)
  const words = wordsOf(leaf)
  if (words === '' || words.length > 120) return []
  const found: NameGuess[] = []
  const exact = fieldOf(leaf)
  if (exact && exact !== 'format_fs' && exact !== 'liste_geo')
    found.push({ field: today[exact] ?? exact, confidence: 'sure' })
  const ofPerson = ofOthers.test(words)
  for (const [field, sure, probable] of patterns) {
    if (found.some((guess) => guess.field === field)) continue
    if (sure.test(words)) found.push({ field, confidence: 'sure' })
    else if (probable?.test(words) && !ofPerson) found.push({ field, confidence: 'probable' })
  }
  // The first of the sure ones, then those that only resemble
  return [
    ...found.filter(({ confidence }) => confidence === 'sure'),
    ...found.filter(({ confidence }) => confidence !== 'sure'),
  ]
}

const patterns = names.map(
  ([field, sure, probable]) =>
    [field, new RegExp(`^(?:${sure})$`), probable === undefined ? undefined : new RegExp(`^(?:${probable})$`)] as const,
)
