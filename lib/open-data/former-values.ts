import type {
  AccessMode,
  Audience,
  Fee,
  Label,
  Programme,
  Service,
  SpecialCare,
  SupportMode,
} from '@/prisma/client/enums'

/**
 * The values of the national schema before 1.0 (July 2022), and what they became. Read by their
 * slug, so without case, accents or apostrophes; the part before " : " stands for the whole.
 * Source: the schema's own documentation, version 0.1.0, and its list of changes.
 */
export const formerServices: Readonly<Record<string, Service>> = {
  'Devenir autonome dans les démarches administratives': 'ADMINISTRATIVE_PROCEDURES',
  'Réaliser des démarches administratives avec un accompagnement': 'ADMINISTRATIVE_PROCEDURES',
  'Accompagner les démarches de santé': 'ADMINISTRATIVE_PROCEDURES',
  'Accompagner les démarches administratives': 'ADMINISTRATIVE_PROCEDURES',
  'Prendre en main un smartphone ou une tablette': 'EVERYDAY_DIGITAL_TOOLS',
  'Prendre en main un ordinateur': 'EVERYDAY_DIGITAL_TOOLS',
  'Utiliser le numérique au quotidien': 'EVERYDAY_DIGITAL_TOOLS',
  'Favoriser mon insertion professionnelle': 'EMPLOYMENT',
  'Créer et développer mon entreprise': 'EMPLOYMENT',
  'Approfondir ma culture numérique': 'DIGITAL_CULTURE',
  'Promouvoir la citoyenneté numérique': 'DIGITAL_CULTURE',
  "Soutenir la parentalité et l'éducation avec le numérique": 'PARENTING_AND_EDUCATION',
  'Créer avec le numérique': 'LEISURE_AND_CREATION',
  'Accéder à une connexion internet': 'INTERNET_AND_EQUIPMENT_ACCESS',
  'Accéder à du matériel': 'INTERNET_AND_EQUIPMENT_ACCESS',
  "S'équiper en matériel informatique": 'AFFORDABLE_EQUIPMENT',
}

/** `publics_accueillis` became two lists; `Adultes` says nothing that today's schema can. */
export const formerAudiences: Readonly<Record<string, Audience | null>> = {
  'Seniors (+ 65 ans)': 'SENIORS',
  'Familles/enfants': 'FAMILIES',
  'Jeunes (16-26 ans)': 'YOUTH',
  'Uniquement femmes': 'WOMEN',
  'Public féminin': 'WOMEN',
  Adultes: null,
  'Tout public': null,
}

export const formerSpecialCare: Readonly<Record<string, SpecialCare>> = {
  'Public langues étrangères': 'OTHER_LANGUAGES',
  'Langues étrangères': 'OTHER_LANGUAGES',
  'Langues étrangères (autre)': 'OTHER_LANGUAGES',
  'Handicaps psychiques': 'MENTAL_DISABILITY',
  'Handicap mental': 'MENTAL_DISABILITY',
  'Handicap moteur': 'MOTOR_DISABILITY',
  "Personnes en situation d'illettrisme": 'ILLITERACY',
}

export const formerFees: Readonly<Record<string, Fee>> = {
  Adhésion: 'PAID',
  'Gratuit sous conditions': 'FREE_UNDER_CONDITIONS',
}

/** `labels_nationaux` became programmes and labels. APTIC issued the passes. */
export const formerProgrammes: Readonly<Record<string, Programme>> = {
  CNFS: 'CONSEILLER_NUMERIQUE',
  'Conseiller numérique': 'CONSEILLER_NUMERIQUE',
  'Conseiller numérique France Services': 'CONSEILLER_NUMERIQUE',
  'Conseillers numériques France Services': 'CONSEILLER_NUMERIQUE',
  APTIC: 'PASS_NUMERIQUE',
  'Accepte le Pass numérique': 'PASS_NUMERIQUE',
  'Grandes écoles du numérique': 'GRANDE_ECOLE_DU_NUMERIQUE',
  'Point relais CAF': 'POINT_NUMERIQUE_CAF',
  'Point numérique CAF': 'POINT_NUMERIQUE_CAF',
  'Bibliothèque numérique de référence': 'BIBLIOTHEQUE_NUMERIQUE_DE_REFERENCE',
  'Bibliothèques numériques de référence': 'BIBLIOTHEQUE_NUMERIQUE_DE_REFERENCE',
  'Croix Rouge': 'CROIX_ROUGE',
  'Espace France Services': 'FRANCE_SERVICES',
  'Maison France Services': 'FRANCE_SERVICES',
  PIX: 'PIX',
}

export const formerLabels: Readonly<Record<string, Label>> = {
  'Fabrique de Territoire': 'FABRIQUES_DE_TERRITOIRE',
  'Fabrique numérique de Territoire': 'FABRIQUES_DE_TERRITOIRE',
  'Fabriques numériques de Territoire': 'FABRIQUES_DE_TERRITOIRE',
  SudLabs: 'SUD_LABS',
  'Mon Espace Santé': 'MON_ESPACE_SANTE',
  'Arnia/MedNum BFC': 'ARNIA',
  'Étapes numériques': 'ETAPES_NUMERIQUES',
  'Les Éclaireurs du numérique': 'ECLAIREURS_DU_NUMERIQUE',
}

export const formerAccessModes: Readonly<Record<string, AccessMode>> = {
  'Prendre rendez-vous en ligne': 'ONLINE_BOOKING',
  'Prendre RDV en ligne': 'ONLINE_BOOKING',
  'Se présenter sur place': 'WALK_IN',
  'Contacter par courriel': 'EMAIL',
  'Envoyer un mail': 'EMAIL',
}

export const formerSupportModes: Readonly<Record<string, SupportMode>> = {
  Seul: 'SELF_SERVICE',
  "Avec de l'aide": 'INDIVIDUAL',
  'A ma place': 'INDIVIDUAL',
  'Dans un atelier': 'WORKSHOP',
}
