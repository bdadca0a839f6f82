import { needsMetBy } from './need-seed'

const procedures = ['ADMINISTRATIVE_PROCEDURES' as const]

/** Papers that every France Services desk helps with, whatever services it lists. */
const atEveryDesk = needsMetBy({ services: procedures, kinds: ['FRANCE_SERVICES'] }, [
  [
    'impots',
    'les impôts',
    `impôts, impôt, impots.gouv, impots.gouv.fr, déclaration d’impôt, déclaration de revenus, déclarer mes revenus,
    feuille d’impôt, avis d’imposition, prélèvement à la source, taxe foncière, taxe d’habitation, trésor public,
    centre des impôts, fisc, DGFIP, finances publiques, payer mes impôts, 2042`,
    {
      en: 'tax, taxes, tax return, income tax',
      es: 'impuestos, declaración de la renta, hacienda',
      pt: 'impostos, declaração de rendimentos, finanças',
      ar: 'ضرائب, التصريح الضريبي',
      uk: 'податки, податкова декларація',
    },
  ],
  [
    'ameli',
    'l’assurance maladie',
    `ameli, ameli.fr, compte ameli, assurance maladie, CPAM, sécu, sécurité sociale, carte vitale,
    remboursement de soins, remboursement, arrêt maladie, feuille de soins, attestation de droits, mutuelle,
    complémentaire santé solidaire, complémentaire santé, CSS, CMU, AME, aide médicale d’État`,
    {
      en: 'health insurance, health card, social security',
      es: 'seguridad social, seguro médico, tarjeta sanitaria',
      pt: 'segurança social, seguro de saúde',
      ar: 'تأمين صحي, الضمان الاجتماعي, بطاقة صحية',
      uk: 'медичне страхування, соціальне страхування',
    },
  ],
  [
    'retraite',
    'la retraite',
    `retraite, pension de retraite, CARSAT, AGIRC, ARRCO, AGIRC-ARRCO, CNAV, info retraite, demander ma retraite,
    relevé de carrière, minimum vieillesse, ASPA, pension de réversion, réversion, assurance retraite`,
    { en: 'retirement, pension', es: 'jubilación', pt: 'aposentação', ar: 'تقاعد', uk: 'пенсія' },
  ],
  ['msa', 'la MSA', 'MSA, mutualité sociale agricole, agriculteur, agricultrice, salarié agricole'],
  [
    'titre-de-sejour',
    'un titre de séjour',
    `titre de séjour, carte de séjour, renouveler titre de séjour, ANEF, préfecture, récépissé, OFII,
    demande d’asile, asile, réfugié, immigration, protection temporaire`,
    {
      en: 'residence permit, asylum, refugee, immigration office',
      es: 'permiso de residencia, tarjeta de residencia, solicitar asilo',
      pt: 'autorização de residência, título de residência',
      ar: 'بطاقة إقامة, تصريح إقامة, إقامة, لجوء',
      uk: 'посвідка на проживання, дозвіл на проживання, тимчасовий захист, біженець',
    },
  ],
  [
    'carte-d-identite',
    'une carte d’identité',
    `carte d’identité, carte nationale d’identité, CNI, refaire ma carte d’identité, pièce d’identité,
    papiers d’identité, carte d’identité perdue`,
    {
      en: 'identity card, ID card',
      es: 'carné de identidad',
      pt: 'cartão de cidadão',
      ar: 'بطاقة هوية',
      uk: 'посвідчення особи',
    },
  ],
  [
    'passeport',
    'un passeport',
    'passeport, prédemande de passeport, refaire mon passeport, passeport perdu',
    { en: 'passport', es: 'pasaporte', pt: 'passaporte', ar: 'جواز سفر', uk: 'паспорт' },
  ],
  [
    'ants',
    'l’ANTS (titres sécurisés)',
    'ANTS, ants.gouv, ants.gouv.fr, France Titres, titres sécurisés, timbre fiscal',
  ],
  [
    'carte-grise',
    'une carte grise',
    `carte grise, certificat d’immatriculation, immatriculation, immatriculer, changer une carte grise,
    cession de véhicule, vendre ma voiture, vente de voiture, acheter une voiture, vignette Crit’Air, Crit’Air`,
    { en: 'car registration', es: 'matriculación', pt: 'matrícula do carro', uk: 'реєстрація авто' },
  ],
  [
    'permis-de-conduire',
    'un permis de conduire',
    `permis de conduire, permis, permis B, points de permis, télépoints, échange de permis, refaire mon permis,
    code de la route, auto-école`,
    {
      en: 'driving licence, driver’s license',
      es: 'carnet de conducir, permiso de conducir',
      pt: 'carta de condução',
      ar: 'رخصة قيادة',
      uk: 'водійські права',
    },
  ],
  [
    'amende',
    'une amende',
    'amende, contravention, payer une amende, PV, procès-verbal, ANTAI, forfait post-stationnement, stationnement',
    { en: 'fine', es: 'multa', uk: 'штраф' },
  ],
  [
    'etat-civil',
    'un acte d’état civil',
    `acte de naissance, acte d’état civil, état civil, extrait de naissance, extrait d’acte de naissance,
    livret de famille, acte de mariage, acte de décès, mariage, PACS`,
    {
      en: 'birth certificate',
      es: 'partida de nacimiento',
      pt: 'certidão de nascimento',
      ar: 'شهادة ميلاد',
      uk: 'свідоцтво про народження',
    },
  ],
  ['casier-judiciaire', 'un extrait de casier judiciaire', 'casier judiciaire, extrait de casier, bulletin n° 3'],
  [
    'justice',
    'la justice et vos droits',
    `justice, aide juridictionnelle, avocat, divorce, porter plainte, plainte en ligne, plainte, point justice,
    tribunal, accès aux droits, accès au droit, connaître mes droits`,
    { en: 'lawyer', es: 'abogado', pt: 'advogado', ar: 'محام', uk: 'адвокат' },
  ],
  [
    'france-connect',
    'FranceConnect et l’identité numérique',
    'FranceConnect, France Connect, identité numérique, identité numérique La Poste, France Identité',
  ],
])

/** Other papers. */
const others = needsMetBy({ services: procedures }, [
  [
    'demarches',
    'les papiers et les démarches en ligne',
    `démarches, démarche, démarche administrative, démarches en ligne, papiers administratifs, papiers en ligne,
    paperasse, aide administrative, administratif, administration, service public, service-public.fr, écrivain public,
    formulaire, remplir un formulaire, remplir un dossier, dématérialisation, aide sociale, assistante sociale, CCAS`,
    {
      en: 'paperwork, forms, administrative help, online forms',
      es: 'trámites, papeleo',
      pt: 'documentos, papelada',
      ar: 'اجراءات, وثائق, اوراق ادارية',
      uk: 'документи, заповнити документи',
    },
  ],
  ['rsa', 'le RSA', 'RSA, revenu de solidarité active, revenu de solidarité, revenu minimum'],
  ['prime-d-activite', 'la prime d’activité', 'prime d’activité, simulation prime d’activité'],
  [
    'apl',
    'l’aide au logement (APL)',
    'APL, aide au logement, aide personnalisée au logement, allocation logement, ALS, ALF, aide pour le loyer',
    { en: 'housing benefit', es: 'ayuda al alquiler', pt: 'subsídio de renda' },
  ],
  [
    'logement-social',
    'un logement',
    `logement social, logement, HLM, demande de logement, demande de logement social, DALO, droit au logement,
    bailleur, chercher un logement, appartement, hébergement, expulsion`,
    {
      en: 'housing, social housing, flat, apartment',
      es: 'vivienda, vivienda social',
      pt: 'habitação, habitação social, alojamento',
      ar: 'سكن, سكن اجتماعي',
      uk: 'житло, соціальне житло',
    },
  ],
  [
    'energie',
    'le chèque énergie et les factures',
    'chèque énergie, facture d’électricité, facture EDF, EDF, Engie, facture de gaz, électricité, facture d’eau',
  ],
  ['renovation', 'les aides à la rénovation', 'MaPrimeRénov, Ma Prime Rénov, prime rénov, rénovation énergétique'],
  [
    'rendez-vous-medical',
    'un rendez-vous médical en ligne',
    `Doctolib, rendez-vous médical, rendez-vous chez le médecin, rendez-vous médecin, RDV médecin, RDV médical,
    prendre rendez-vous chez le médecin, téléconsultation, médecin, dentiste, hôpital`,
    {
      en: 'doctor, doctor appointment',
      es: 'cita médica, médico',
      pt: 'consulta médica',
      ar: 'طبيب, موعد طبيب',
      uk: 'лікар, запис до лікаря',
    },
  ],
  [
    'mdph',
    'les aides au handicap (MDPH)',
    `MDPH, AAH, allocation adulte handicapé, dossier MDPH, carte mobilité inclusion, PCH, RQTH, AEEH,
    carte de stationnement`,
  ],
  [
    'perte-d-autonomie',
    'les aides aux personnes âgées',
    'APA, allocation personnalisée d’autonomie, aide à domicile, maison de retraite, EHPAD, perte d’autonomie, CESU',
  ],
  [
    'naturalisation',
    'la nationalité française',
    'naturalisation, nationalité française, nationalité, devenir français, demande de nationalité',
    { en: 'citizenship, nationality', es: 'nacionalidad', pt: 'nacionalidade', ar: 'جنسية', uk: 'громадянство' },
  ],
  ['visa', 'un visa', 'visa, visa long séjour, regroupement familial', { ar: 'تأشيرة', uk: 'віза' }],
  [
    'elections',
    'les élections',
    'liste électorale, inscription sur les listes électorales, carte électorale, carte d’électeur, procuration, voter',
  ],
  [
    'surendettement',
    'les dettes et le budget',
    'surendettement, dettes, dossier de surendettement, Banque de France, microcrédit, budget, impayés',
    { en: 'debt', es: 'deudas', pt: 'dívidas', uk: 'борги' },
  ],
  ['demenagement', 'un changement d’adresse', 'changement d’adresse, changer d’adresse, déménagement, déménager'],
  ['deces', 'un décès', 'décès, succession, obsèques, notaire, veuve, veuf'],
  [
    'naissance',
    'l’arrivée d’un enfant',
    `déclaration de grossesse, grossesse, congé maternité, PAJE, Pajemploi, naissance, congé parental, crèche,
    assistante maternelle, nounou, garde d’enfant, mon-enfant.fr`,
  ],
])

const familyBenefits = needsMetBy(
  { services: procedures, kinds: ['FRANCE_SERVICES'], programmes: ['POINT_NUMERIQUE_CAF'] },
  [
    [
      'caf',
      'les démarches CAF',
      `CAF, caisse d’allocations familiales, allocations familiales, allocation, allocataire, caf.fr, compte CAF,
      dossier CAF, attestation CAF, quotient familial, allocs, déclaration trimestrielle`,
      {
        en: 'family benefits, child benefit, benefits',
        es: 'prestaciones familiares, ayudas familiares',
        pt: 'abono de família, prestações familiares',
        ar: 'إعانات عائلية, صندوق الإعانات العائلية',
        uk: 'допомога сім’ям, сімейні виплати, виплати на дітей',
      },
    ],
  ],
)

const healthRecord = needsMetBy({ services: procedures, labels: ['MON_ESPACE_SANTE'] }, [
  [
    'mon-espace-sante',
    'Mon espace santé',
    'Mon espace santé, dossier médical, DMP, carnet de santé, santé, ordonnance',
  ],
])

const mandate = needsMetBy({ programmes: ['AIDANTS_CONNECT'] }, [
  [
    'aidants-connect',
    'quelqu’un qui fait à votre place (Aidants Connect)',
    'Aidants Connect, aidant connect, à ma place, faire à ma place, mandat, aidant habilité, aidant',
  ],
])

export const paperwork = [...atEveryDesk, ...others, ...familyBenefits, ...healthRecord, ...mandate]
