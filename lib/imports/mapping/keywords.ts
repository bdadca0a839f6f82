import type { ListedField } from './schema'

/**
 * Words by which people say a national value that they do not know, without accents: for the columns of a grid and the
 * values of a list. The first that fits. Only what cannot mean another value of the same field.
 */
const keywords: readonly [field: ListedField, value: string, words: RegExp][] = [
  [
    'frais_a_charge',
    'Gratuit sous condition',
    /gratuit.*\b(condition|si|pour(?! tou[ts]\b)|selon|adherent|habitant)|sous conditions?|selon (les )?(ressources|revenus|quotient)/,
  ],
  [
    'frais_a_charge',
    'Gratuit',
    /^(entierement |totalement |100 )?gratuite?(ment)?s?( pour tous)?$|^(0 (euros?|e)|sans frais|libre et gratuit|free|non payant|aucun( frais)?)$/,
  ],
  [
    'frais_a_charge',
    'Payant',
    /^payante?s?$|^(?!.*gratuit).*(\badhesion\b|\bcotisation\b|\b[1-9]\d* euros?\b|tarif unique)|^paid$/,
  ],
  [
    'modalites_acces',
    'Prendre un RDV en ligne',
    /(rdv|rendez vous|reservation).*\b(ligne|internet|web|doctolib)\b|booking/,
  ],
  ['modalites_acces', 'Téléphoner', /\b(telephon\w*|appeler|par tel)\b/],
  ['modalites_acces', 'Contacter par mail', /\b((e ?)?mails?|courriels?)\b/],
  [
    'modalites_acces',
    'Se présenter',
    /\b(sans (rdv|rendez vous)|acces libre|libre acces|sur place|se presenter|entree libre|sans inscription)\b/,
  ],
  [
    'modalites_accompagnement',
    'Dans un atelier collectif',
    /\b(ateliers?|collecti(f|ve|vement)s?|groupes?(?! scolaires?))\b/,
  ],
  ['modalites_accompagnement', 'Accompagnement individuel', /\b(individuel\w*|personnalise\w*|seul a seul)\b/],
  [
    'modalites_accompagnement',
    'En autonomie',
    /^autonom(ie|e)$|(?<!(gagner|gain) )\ben (totale |toute )?autonomie\b|\b(libre service|acces libre|en libre)\b/,
  ],
  [
    'modalites_accompagnement',
    'À distance',
    /\b(distance|visio\w*|distanciel)\b|^(?!.*\b(rdv|rendez|reserv\w+)\b).*\ben ligne\b/,
  ],
  ['itinerance', 'Itinérant', /\b(itinerant\w*|bus numerique|camion)\b|^(mobile|bus)$/],
  ['itinerance', 'Fixe', /^(fixe|sur site|sedentaire|permanent)$/],
  ['dispositif_programmes_nationaux', 'Aidants Connect', /\baidants? connect\b/],
  ['dispositif_programmes_nationaux', 'Conseillers numériques', /\b(conseillers? numeriques?|cnfs|conum)\b/],
  [
    'dispositif_programmes_nationaux',
    'France Services',
    /\b(france services?|maison de services au public|msap|mfs|efs)\b/,
  ],
  ['dispositif_programmes_nationaux', 'Certification PIX', /^(centre )?(certification )?pix$/],
  ['dispositif_programmes_nationaux', 'ABC Pix', /\babc pix\b/],
  ['dispositif_programmes_nationaux', 'Pass numérique', /\b(pass numeriques?|aptic)\b/],
  ['dispositif_programmes_nationaux', 'Promeneurs du net', /\bpromeneurs? du net\b/],
  ['dispositif_programmes_nationaux', "Point d'accès numérique CAF", /^(?!.*partenaire).*\bcaf\b/],
  ['dispositif_programmes_nationaux', 'Emmaüs Connect', /^emmaus connect$/],
  ['formations_labels', 'Fabriques de Territoire', /\bfabriques? (numeriques? )?de territoires?\b/],
  [
    'prise_en_charge_specifique',
    'Surdité',
    /\b(surdite|sourds?|malentendants?|lsf|langue des signes|deficien\w+ auditi\w+)\b/,
  ],
  [
    'prise_en_charge_specifique',
    'Déficience visuelle',
    /\b(malvoyants?|aveugles?|deficien\w+ visuel\w+|non voyants?)\b/,
  ],
  ['prise_en_charge_specifique', 'Handicaps moteurs', /\b(handicaps? moteurs?|pmr|mobilite reduite|fauteuil)\b/],
  ['prise_en_charge_specifique', 'Handicaps mentaux', /\bhandicaps? (mental|mentaux|psychiques?|cognitifs?)\b/],
  ['prise_en_charge_specifique', 'Illettrisme', /\b(illettrisme|illettrees?|analphabet\w+)\b/],
  ['prise_en_charge_specifique', 'Langues étrangères (anglais)', /^(anglais|english|anglophones?)$/],
  [
    'prise_en_charge_specifique',
    'Langues étrangères (autres)',
    /\b(allophones?|langues? etrangeres?|fle|primo arrivants?|interprete)\b/,
  ],
  [
    'publics_specifiquement_adresses',
    'Seniors',
    /\b(seniors?|(?<!aidants? (de|des) )personnes agees|retraites?|aines|plus de 6[05] ans|6[05] ans et plus)\b|^(\+ (de )?)?6[05] ans( et \+|\+| \+)?$/,
  ],
  ['publics_specifiquement_adresses', 'Étudiants', /\b(etudiante?s?)\b/],
  [
    'publics_specifiquement_adresses',
    'Jeunes',
    /\b(jeunes?(?! (enfants?|parents?|mamans?))|adolescents?|ados?|16 25|16 26)\b/,
  ],
  ['publics_specifiquement_adresses', 'Familles et/ou enfants', /\b(familles?|parents?|enfants?)\b/],
  ['publics_specifiquement_adresses', 'Femmes', /\b(femmes?)\b/],
  [
    'services',
    'Aide aux démarches administratives',
    /\b(demarches?|administratives?|administratifs?|impots|papiers|acces aux droits|e administration)\b/,
  ],
  [
    'services',
    'Acquisition de matériel informatique à prix solidaire',
    /\b(prix solidaires?|reconditionne\w*|vente de materiel|ordinateurs? solidaires?|equipement solidaire|don de materiel)\b/,
  ],
  [
    'services',
    'Accès internet et matériel informatique',
    /\b(wi ?fi|acces (a )?(l )?internet|connexion|postes? informatiques?|acces (a un |aux |au )?(ordinateurs?|materiels?|postes?|equipements?)|libre acces|(?<!\b(achat|vente|don|collecte|reparation|depannage|recyclage) (d|de|des) )ordinateurs?|imprimantes?|impressions?(?! 3d)|scanners?|mise a disposition)\b/,
  ],
  [
    'services',
    'Insertion professionnelle via le numérique',
    /\b(emplois?|cv|insertion(?! sociale)|professionnel(le|les)?|recherche d emploi|pole emploi|france travail|entreprises?)\b/,
  ],
  [
    'services',
    'Utilisation sécurisée du numérique',
    /\b(securite|securisee?|arnaques?|cyber\w*|donnees personnelles)\b/,
  ],
  [
    'services',
    'Parentalité et éducation avec le numérique',
    /\b(parentalite|education|scolaires?|(?<!auto )ecole|devoirs|pronote|ent)\b/,
  ],
  [
    'services',
    'Loisirs et créations numériques',
    /\b((?<!bases? de )loisirs?|creations?|creatif|fablab|fab lab|jeux video|photos?(?! d identite)|impression 3d|programmation(?! culturelle)|code(?! (de la route|postal)))\b/,
  ],
  [
    'services',
    'Compréhension du monde numérique',
    /\b(culture numerique|comprendre|comprehension|fake news|citoyennete|enjeux)\b/,
  ],
  [
    'services',
    'Maîtrise des outils numériques du quotidien',
    /\b(outils|bureautique|prise en main|prendre en main|initiation|debutants?|smartphones?|tablettes?|mails?|messagerie|usages?|informatique|navigation|bases?(?! de loisirs)|quotidien)\b/,
  ],
]

/** Words that may turn a value into its contrary, but for those that say one. */
const negation =
  /\b((?<!pas a )pas(?! a pas)|sauf|hors(?! les murs)|excepte|interdit\w*|ancien(ne)?|future?|vacante?|bientot|prochainement|a venir|en cours de|suspendue?|ni|sans(?! (rdv|rendez|frais|inscription|emploi|domicile|abri|diplome|fil))|non(?! (payant|voyant|lucratif))|aucune?(?! frais))\b/
/** Whoever names these means everybody, and nobody specially. */
const everybody = /\b(hommes?|tou(t|s) (les )?publics?)\b/

/** The national value that words mean, of one field or of any; null when none surely is. */
export function valueByKeyword(words: string, field?: ListedField): { field: ListedField; value: string } | null {
  if (negation.test(words) || (field === 'publics_specifiquement_adresses' && everybody.test(words))) return null
  const found = keywords.find(([ofField, , pattern]) => (!field || ofField === field) && pattern.test(words))
  return found ? { field: found[0], value: found[1] } : null
}
