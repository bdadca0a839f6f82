import { needsMetBy } from './need-seed'

const work = needsMetBy({ services: ['EMPLOYMENT'] }, [
  [
    'emploi',
    'un emploi',
    `emploi, travail, boulot, job, chercher un emploi, recherche d’emploi, chercher du travail, trouver un travail,
    offres d’emploi, offre d’emploi, Indeed, intérim, candidature, postuler, LinkedIn, insertion professionnelle`,
    {
      en: 'job search, work, find a job',
      es: 'empleo, trabajo, buscar trabajo',
      pt: 'emprego, trabalho, procurar emprego',
      ar: 'عمل, وظيفة, البحث عن عمل',
      uk: 'робота, пошук роботи, знайти роботу',
    },
  ],
  [
    'cv',
    'un CV',
    'CV, curriculum vitae, curriculum, faire un CV, refaire mon CV, mettre à jour mon CV, CV en ligne',
    { en: 'resume', ar: 'سيرة ذاتية', uk: 'резюме' },
  ],
  [
    'lettre-de-motivation',
    'une lettre de motivation',
    'lettre de motivation, motivation',
    { en: 'cover letter', es: 'carta de presentación', pt: 'carta de apresentação', uk: 'мотиваційний лист' },
  ],
  [
    'entretien',
    'un entretien d’embauche',
    'entretien d’embauche, entretien, préparer un entretien',
    { en: 'job interview' },
  ],
  [
    'formation-professionnelle',
    'une formation professionnelle',
    `formation professionnelle, CPF, Mon compte formation, compte formation, VAE, se former, reconversion, alternance,
    stage, bilan de compétences, AFPA`,
    { en: 'training', es: 'formación profesional', pt: 'formação profissional' },
  ],
  [
    'entreprise',
    'créer ou gérer une entreprise',
    `auto-entrepreneur, autoentrepreneur, micro-entreprise, microentreprise, créer mon entreprise, entreprise,
    création d’entreprise, URSSAF, freelance, facture électronique, entrepreneur, artisan, commerçant`,
    { en: 'start a business', es: 'crear una empresa' },
  ],
])

const jobcentre = needsMetBy({ services: ['EMPLOYMENT', 'ADMINISTRATIVE_PROCEDURES'], kinds: ['FRANCE_SERVICES'] }, [
  [
    'france-travail',
    'France Travail',
    `France Travail, Pôle emploi, actualisation, s’actualiser, chômage, inscription au chômage, s’inscrire au chômage,
    allocation chômage, ARE, demandeur d’emploi, ANPE, inscription France Travail`,
    { en: 'unemployment', es: 'desempleo, paro', pt: 'desemprego', ar: 'بطالة', uk: 'безробіття' },
  ],
])

const digitalJobs = needsMetBy({ services: ['EMPLOYMENT'], programmes: ['GRANDE_ECOLE_DU_NUMERIQUE'] }, [
  [
    'metiers-du-numerique',
    'les métiers du numérique',
    'métiers du numérique, développeur, développeur web, Grande école du numérique, travailler dans le numérique',
  ],
])

const skills = needsMetBy({ programmes: ['PIX', 'ABC_PIX'] }, [
  [
    'pix',
    'Pix',
    `Pix, certification Pix, ABC Pix, Abc diag, compétences numériques, évaluer mes compétences, tester mon niveau,
    test de niveau`,
  ],
])

const safety = needsMetBy({ services: ['ONLINE_SAFETY'] }, [
  [
    'arnaque',
    'une arnaque',
    `arnaque, escroquerie, fraude, faux site, arnaque internet, phishing, hameçonnage, faux mail, faux SMS,
    SMS frauduleux, mail frauduleux, signaler une arnaque, je me suis fait avoir, faux conseiller, spam, 17Cyber`,
    { en: 'scam, fraud', es: 'estafa', pt: 'burla', ar: 'احتيال, نصب', uk: 'шахрайство, шахраї' },
  ],
  [
    'piratage',
    'un compte piraté',
    `piratage, piraté, compte piraté, compte bancaire piraté, hacké, Facebook piraté, boîte mail piratée,
    usurpation d’identité, vol d’identité`,
    { en: 'hacked, hacked account', es: 'cuenta pirateada', uk: 'зламали акаунт' },
  ],
  [
    'virus',
    'un virus',
    'virus, antivirus, ordinateur infecté, logiciel malveillant, publicités intempestives',
    { uk: 'вірус' },
  ],
  [
    'vie-privee',
    'la vie privée et vos données',
    `vie privée, données personnelles, RGPD, cookies, traces sur internet, confidentialité, protéger mes données,
    droit à l’oubli, CNIL, effacer mes traces`,
    { en: 'privacy', es: 'privacidad', pt: 'privacidade' },
  ],
  [
    'securite',
    'la sécurité sur internet',
    `sécurité, sécurité informatique, cybersécurité, sécuriser mon ordinateur, se protéger sur internet,
    double authentification, payer en sécurité, internet sans danger`,
    { en: 'online safety', es: 'seguridad en internet' },
  ],
])

const family = needsMetBy({ services: ['PARENTING_AND_EDUCATION'] }, [
  [
    'suivi-scolaire',
    'le suivi de l’école',
    `Pronote, ENT, espace numérique de travail, École directe, ÉduConnect, cahier de textes, vie scolaire,
    notes de mon enfant, suivi scolaire`,
    { en: 'school', es: 'escuela, colegio', pt: 'escola dos filhos', ar: 'مدرسة', uk: 'школа' },
  ],
  [
    'parcoursup',
    'Parcoursup et l’orientation',
    'Parcoursup, orientation scolaire, études supérieures, Affelnet, inscription à l’université',
  ],
  [
    'devoirs',
    'l’aide aux devoirs',
    'aide aux devoirs, soutien scolaire, devoirs, faire les devoirs',
    { en: 'homework', es: 'deberes' },
  ],
])

const schoolPapers = needsMetBy({ services: ['PARENTING_AND_EDUCATION', 'ADMINISTRATIVE_PROCEDURES'] }, [
  [
    'bourse',
    'une bourse ou une inscription',
    `bourse, CROUS, dossier social étudiant, bourse étudiante, bourse scolaire, inscription scolaire, cantine,
    inscription à l’école, allocation de rentrée, rentrée scolaire`,
    { en: 'scholarship, student grant', es: 'beca' },
  ],
])

const screens = needsMetBy({ services: ['PARENTING_AND_EDUCATION'], programmes: ['PROMENEURS_DU_NET'] }, [
  [
    'ecrans',
    'les enfants et les écrans',
    `écrans, écran, temps d’écran, enfants et écrans, écrans et enfants, jeux vidéo, jeu vidéo, addiction,
    contrôle parental, parentalité, parents, parentalité numérique, jeux vidéo écrans enfants`,
    { en: 'screen time, parental control', es: 'control parental', pt: 'controlo parental' },
  ],
])

const bullying = needsMetBy({ services: ['ONLINE_SAFETY', 'PARENTING_AND_EDUCATION'] }, [
  [
    'harcelement',
    'le harcèlement en ligne',
    'harcèlement, cyberharcèlement, harcèlement scolaire, 3018, chantage',
    {
      en: 'bullying',
      es: 'acoso',
      uk: 'цькування',
    },
  ],
])

const making = needsMetBy({ services: ['LEISURE_AND_CREATION'] }, [
  [
    'site-internet',
    'créer un site',
    'créer un site, site internet, site web, faire un site, WordPress, blog, créer un blog',
    {
      en: 'website, make a website',
      es: 'página web',
    },
  ],
  [
    'fabriquer',
    'fabriquer avec des machines',
    `imprimante 3D, impression 3D, fablab, fab lab, découpe laser, makerspace, prototypage, fabrication numérique,
    modélisation 3D, brodeuse numérique`,
    { en: '3D printer, 3D printing' },
  ],
  [
    'coder',
    'apprendre à coder',
    'coder, programmation, apprendre à coder, code informatique, Scratch, robotique, robot, Arduino, Python',
    {
      en: 'coding, programming',
    },
  ],
  [
    'creation',
    'le son, l’image et la vidéo',
    `montage vidéo, vidéo, podcast, radio, musique, musique assistée par ordinateur, retouche photo, Photoshop,
    dessin numérique, création numérique, graphisme, film`,
  ],
  ['genealogie', 'la généalogie', 'généalogie, Geneanet, arbre généalogique, archives en ligne'],
  ['jeux', 'jouer', 'jeux en ligne, jouer, e-sport, réalité virtuelle, casque VR'],
  [
    'lire',
    'les livres et la presse numériques',
    'livre numérique, liseuse, ebook, presse en ligne, lire en ligne, musique en ligne',
  ],
])

const culture = needsMetBy({ services: ['DIGITAL_CULTURE'] }, [
  [
    'fausses-nouvelles',
    'les fausses nouvelles',
    `fake news, désinformation, fausses nouvelles, fausses informations, infox, esprit critique, éducation aux médias,
    vérifier une information`,
    { es: 'noticias falsas' },
  ],
  [
    'intelligence-artificielle',
    'l’intelligence artificielle',
    'intelligence artificielle, IA, ChatGPT, Chat GPT, deepfake, robot conversationnel',
    {
      en: 'artificial intelligence',
      es: 'inteligencia artificial',
      uk: 'штучний інтелект',
    },
  ],
  [
    'ecologie',
    'le numérique et l’écologie',
    'sobriété numérique, numérique responsable, écologie, pollution numérique, empreinte numérique',
  ],
  [
    'culture-numerique',
    'comprendre le numérique',
    `comprendre le numérique, culture numérique, enjeux du numérique, algorithmes, algorithme, logiciels libres,
    logiciel libre, cryptomonnaie, Bitcoin`,
  ],
])

export const life = [
  ...work,
  ...jobcentre,
  ...digitalJobs,
  ...skills,
  ...safety,
  ...family,
  ...schoolPapers,
  ...screens,
  ...bullying,
  ...making,
  ...culture,
]
