/** What is publicly known of a hub. What could not be established is left out. */
export interface HubFacts {
  slug: string
  name: string
  departments: string[]
  /** INSEE code of the town where it sits, else of its region's main one: where it stands on the map */
  town: string
  description: string
  website?: string
  /** Who carries it */
  lead?: string
  /** The others of its consortium */
  partners?: string[]
  /** Euros, at its launch, from the Banque des Territoires */
  grantEuros?: number
  foundedOn?: string
  endedOn?: string
}

/**
 * The hubs territoriaux pour un numérique inclusif, as known in August 2024 from the list that the national
 * map of digital mediation publishes (Licence Ouverte 2.0) and from the pages named beside each.
 */
export const hubFacts: HubFacts[] = [
  {
    // grand-a.aurg.org, « Pour un numérique inclusif »
    slug: 'hinaura',
    name: 'Hinaura',
    departments: ['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74'],
    town: '69123',
    description: 'Le hub pour l’inclusion numérique en Auvergne-Rhône-Alpes.',
    website: 'https://www.hinaura.fr/',
    partners: ['Zoomacom', 'Agence Alpine des Territoires', 'Fréquence écoles', 'La Ligue de l’enseignement'],
  },
  {
    // lagazettedescommunes.com, 806267
    slug: 'les-assembleurs',
    name: 'Les Assembleurs',
    departments: ['02', '59', '60', '62', '80'],
    town: '59350',
    description: 'Le hub pour un numérique inclusif en Hauts-de-France.',
    website: 'https://assembleurs.co/',
    partners: ['Pop'],
  },
  {
    // hubdusud.fr, January 2022
    slug: 'hub-du-sud',
    name: 'Hub du Sud',
    departments: ['04', '05', '06', '13', '83', '84'],
    town: '13055',
    description: 'Le hub pour un numérique inclusif en Provence-Alpes-Côte d’Azur, porté par Arsenic depuis 2022.',
    website: 'https://www.hubdusud.fr/',
    lead: 'Arsenic',
    partners: ['Urban Prod', 'IRTS Paca Corse', 'thecamp', 'Zinc'],
  },
  {
    // lagazettedescommunes.com, 806267
    slug: 'hub-est',
    name: 'Hub Est',
    departments: ['08', '10', '51', '52', '54', '55', '57', '67', '68', '88'],
    town: '67482',
    description: 'Le hub pour un numérique inclusif dans le Grand Est.',
    website: 'https://hubest.fr/',
    partners: ['Pop'],
  },
  {
    // midenews.com, p=6955 (2019), and « Le Hub RhinOcc officiellement déployé… » (2022); rhinocc.fr
    slug: 'rhinocc',
    name: 'RhinOcc',
    departments: ['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82'],
    town: '31555',
    description:
      'Le réseau et hub pour l’inclusion numérique en Occitanie. Lancé en 2019 dans quatre départements, il couvre toute la région depuis 2022.',
    website: 'https://rhinocc.fr/',
    lead: 'La Mêlée',
    partners: ['Coll.In', 'Envoi Insertion et Handicap', 'La Mêlée Adour', 'La Compagnie du Code'],
    grantEuros: 450_000,
  },
  {
    slug: 'numi',
    name: 'Numi',
    departments: ['14', '27', '50', '61', '76'],
    town: '76540',
    description: 'Le hub pour un numérique inclusif en Normandie.',
    website: 'https://www.hub-numi-normandie.fr/',
  },
  {
    // objectifaquitaine.latribune.fr, 10 June 2024: the end is that of the announcement
    slug: 'hubik',
    name: 'Hubik',
    departments: ['16', '17', '19', '23', '24', '33', '40', '47', '64', '79', '86', '87'],
    town: '33063',
    description:
      'Le hub pour l’inclusion numérique en Nouvelle-Aquitaine, créé en 2019 et porté par la coopérative Hubikoop, qui a annoncé sa fermeture en juin 2024.',
    lead: 'Hubikoop',
    grantEuros: 440_000,
    endedOn: '2024-06-10',
  },
  {
    // parolesdelus.com, p=22241: announced on 30 March 2022
    slug: 'hub-lo',
    name: 'Hub-Lo',
    departments: ['18', '28', '36', '37', '41', '45'],
    town: '45234',
    description: 'Le hub pour un numérique inclusif en Centre-Val de Loire.',
    website: 'https://hub-lo.fr/',
    partners: ['Région Centre-Val de Loire'],
    foundedOn: '2022-03-30',
  },
  {
    // forumeco.fr, « Pour un numérique présent partout… »: launched in Dijon on 24 June 2019
    slug: 'mednum-bfc',
    name: 'MedNum BFC',
    departments: ['21', '25', '39', '58', '70', '71', '89', '90'],
    town: '21231',
    description: 'Le hub pour un numérique inclusif en Bourgogne-Franche-Comté.',
    website: 'https://www.mednum-bfc.fr/',
    lead: 'GIP Territoires numériques Bourgogne-Franche-Comté',
    foundedOn: '2019-06-24',
  },
  {
    // centres-sociaux-bretagne.fr; lagazettedescommunes.com, 806267: opened in Rennes on 26 April 2022
    slug: 'hub-bretagne',
    name: 'Hub Bretagne',
    departments: ['22', '29', '35', '56'],
    town: '35238',
    description: 'Le hub breton pour un numérique inclusif.',
    website: 'https://hub-bretagne.net/',
    lead: 'Fédération des centres sociaux de Bretagne',
    partners: ['Région Bretagne', 'Rennes Métropole', 'Brest Métropole', 'Préfecture de la région Bretagne'],
    grantEuros: 262_500,
    foundedOn: '2022-04-26',
  },
  {
    // corsenetinfos.corsica, 19 December 2022
    slug: 'hub-corsica',
    name: 'Hub Corsica',
    departments: ['2A', '2B'],
    town: '2B033',
    description: 'Le hub pour l’inclusion numérique en Corse.',
    grantEuros: 270_000,
    foundedOn: '2022-12-19',
  },
  {
    slug: 'conumm',
    name: 'Conumm',
    departments: ['44', '49', '53', '72', '85'],
    town: '44109',
    description: 'Le hub de médiation et d’inclusion numérique des Pays de la Loire.',
    website: 'https://conumm.fr/',
  },
  {
    slug: 'francilin',
    name: 'Francil’IN',
    departments: ['75', '77', '78', '91', '92', '93', '94', '95'],
    town: '75056',
    description: 'Le hub pour un numérique inclusif en Île-de-France.',
    website: 'https://francilin.fr/',
  },
  {
    // ewag.fr, October 2020: chosen in 2019
    slug: 'hub-antilles',
    name: 'Hub Antilles',
    departments: ['971', '972', '978'],
    town: '97209',
    description: 'Le hub pour un numérique inclusif aux Antilles, lauréat du premier appel à projets en 2019.',
    website: 'https://mediation-numerique.mq/',
    partners: ['Up & Space'],
  },
  {
    slug: 'guyaclic',
    name: 'Guyaclic',
    departments: ['973'],
    town: '97302',
    description: 'Le hub pour un numérique inclusif en Guyane.',
    website: 'https://www.facebook.com/guyaclic/',
  },
  {
    // outremers360.com, « Avec Solidarnum, six Outre-mer lauréats… »
    slug: 'ultra-numerique',
    name: 'Ultra Numérique',
    departments: ['974', '976', '986', '987', '988'],
    town: '97411',
    description: 'Le hub pour l’inclusion numérique dans l’océan Indien et l’océan Pacifique.',
    website: 'https://hub.ultranumerique.fr/',
    lead: 'Solidarnum',
    partners: ['Fondation FACE Polynésie française', 'GEMTIC'],
  },
]
