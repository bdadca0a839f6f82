import { needsMetBy } from './need-seed'

const everyday = needsMetBy({ services: ['EVERYDAY_DIGITAL_TOOLS'] }, [
  [
    'debuter',
    'débuter avec un ordinateur',
    `ordinateur, utiliser un ordinateur, apprendre l’ordinateur, débuter en informatique, initiation informatique,
    informatique, cours d’informatique, formation informatique, débutant, les bases, bases du numérique, PC, Windows,
    Mac, ordi, aide informatique, apprendre l’informatique, aide numérique, apprendre le numérique`,
    {
      en: 'computer, computer skills, learn computer, computer help',
      es: 'ordenador, computadora, informática',
      pt: 'computador',
      ar: 'حاسوب, كمبيوتر',
      uk: 'комп’ютер, навчитися комп’ютеру',
    },
  ],
  [
    'souris-et-clavier',
    'la souris et le clavier',
    'souris, clavier, taper au clavier, taper sur un clavier, cliquer, double-clic, pavé tactile, dactylo, écran tactile',
    { en: 'mouse, keyboard', es: 'teclado', pt: 'rato do computador', uk: 'мишка, клавіатура' },
  ],
  [
    'smartphone',
    'un téléphone portable',
    `smartphone, téléphone portable, téléphone, portable, mobile, Android, iPhone, application, applications,
    installer une application, SMS, texto, contacts du téléphone`,
    {
      en: 'phone, mobile phone, cell phone',
      es: 'teléfono, móvil',
      pt: 'telemóvel, telefone',
      ar: 'هاتف, هاتف محمول',
      uk: 'телефон, смартфон',
    },
  ],
  ['tablette', 'une tablette', 'tablette, iPad, tablette tactile', { en: 'tablet', ar: 'جهاز لوحي', uk: 'планшет' }],
  [
    'boite-mail',
    'une boîte mail',
    `boîte mail, mail, e-mail, email, courriel, mél, mel, boîte mel, boîte e-mail, boîte email, adresse mail,
    créer une adresse mail, boîte aux lettres électronique, messagerie, Gmail, Outlook, Hotmail, Yahoo, laposte.net,
    envoyer un mail, envoyer des mails, pièce jointe, adresse électronique, courrier électronique, webmail`,
    {
      en: 'mailbox, email account',
      es: 'correo electrónico, correo',
      pt: 'correio eletrónico',
      ar: 'بريد إلكتروني, ايميل',
      uk: 'електронна пошта, пошта',
    },
  ],
  [
    'messages-et-visio',
    'les messages et les appels vidéo',
    `WhatsApp, visio, visioconférence, appel vidéo, Skype, Zoom, Teams, Messenger, FaceTime, Signal, Telegram,
    appeler en vidéo, parler à mes petits-enfants`,
    { en: 'video call', es: 'videollamada', pt: 'videochamada', uk: 'відеодзвінок' },
  ],
  [
    'photos',
    'les photos',
    `photos, photo, transférer mes photos, ranger mes photos, vider mon téléphone, appareil photo, album photo,
    diaporama, photos de mon téléphone`,
    { es: 'fotos', uk: 'фотографії' },
  ],
  [
    'fichiers',
    'ranger et sauvegarder vos fichiers',
    `sauvegarder, sauvegarde, clé USB, cloud, disque dur, Google Drive, OneDrive, iCloud, stockage, fichiers, fichier,
    ranger mes fichiers, dossiers informatiques, télécharger, coffre-fort numérique, Digiposte`,
    { en: 'backup, files', es: 'guardar archivos' },
  ],
  [
    'naviguer',
    'naviguer sur internet',
    `naviguer sur internet, aller sur internet, apprendre internet, navigateur, Google, recherche internet,
    moteur de recherche, Chrome, Firefox, surfer, faire des recherches`,
  ],
  [
    'bureautique',
    'écrire un texte, faire un tableau',
    `Word, Excel, traitement de texte, tableur, bureautique, PowerPoint, LibreOffice, OpenOffice, PDF,
    écrire une lettre, écrire un courrier, taper un texte, pack Office, courrier`,
    { en: 'spreadsheet, write a letter', es: 'escribir una carta' },
  ],
  [
    'reseaux-sociaux',
    'les réseaux sociaux',
    'réseaux sociaux, réseau social, Facebook, Instagram, TikTok, Snapchat, YouTube, Twitter',
    { en: 'social media', es: 'redes sociales', pt: 'redes sociais', uk: 'соціальні мережі' },
  ],
  [
    'logiciels',
    'installer et mettre à jour',
    'logiciel, installer un logiciel, mise à jour, mettre à jour, Linux, Windows 11, Windows 10, changer de Windows',
  ],
  [
    'banque',
    'la banque en ligne',
    'banque en ligne, compte en banque, compte bancaire, virement, RIB, application bancaire, banque',
  ],
  [
    'achats',
    'les achats sur internet',
    `acheter en ligne, achats en ligne, achat sur internet, commander sur internet, payer en ligne, Leboncoin, Vinted,
    Amazon, vendre sur internet`,
    { en: 'online shopping', es: 'comprar por internet' },
  ],
  [
    'voyages',
    'les billets et les trajets',
    `billet de train, acheter un billet de train, SNCF, SNCF Connect, train, GPS, itinéraire, BlaBlaCar, covoiturage,
    carte de transport, réserver un voyage`,
    { en: 'train ticket', es: 'billete de tren', uk: 'квиток на поїзд' },
  ],
])

const passwords = needsMetBy({ services: ['EVERYDAY_DIGITAL_TOOLS', 'ONLINE_SAFETY'] }, [
  [
    'mot-de-passe',
    'un mot de passe',
    `mot de passe, mot de passe oublié, oublié mon mot de passe, perdu mon mot de passe, code oublié, identifiant,
    identifiants, se connecter, me connecter, connexion impossible, compte bloqué, gestionnaire de mots de passe,
    changer de mot de passe`,
    {
      en: 'password, forgotten password',
      es: 'contraseña',
      pt: 'palavra-passe, senha',
      ar: 'كلمة السر, كلمة المرور',
      uk: 'пароль, забув пароль',
    },
  ],
])

const access = needsMetBy({ services: ['INTERNET_AND_EQUIPMENT_ACCESS'] }, [
  [
    'imprimer',
    'imprimer',
    'imprimer, imprimante, impression, imprimer un document, imprimer un papier, imprimer des photos, imprimer un CV',
    {
      en: 'print, printer, printing',
      es: 'imprimir, impresora',
      pt: 'impressora',
      ar: 'طباعة',
      uk: 'друк, роздрукувати, принтер',
    },
  ],
  [
    'scanner',
    'scanner un papier',
    'scanner, scan, scanneur, scanner un document, scanner un papier, numériser, numérisation',
    { en: 'scanning', es: 'escanear, escáner', pt: 'digitalizar', ar: 'مسح ضوئي, سكانير', uk: 'сканувати, сканер' },
  ],
  [
    'photocopie',
    'une photocopie',
    'photocopie, photocopieuse, photocopier, photocopieur, copie, copies, fax, faxer, plastifier',
    { en: 'photocopy, copy', es: 'fotocopia', ar: 'نسخ', uk: 'копія, ксерокс' },
  ],
  [
    'internet',
    'un accès à internet',
    `internet, wifi, wi-fi, internet gratuit, wifi gratuit, accès internet, accès à internet, connexion internet,
    se connecter à internet, hotspot, cybercafé, cyber café, point internet, borne internet`,
    {
      en: 'internet access, free wifi',
      es: 'acceso a internet',
      pt: 'acesso à internet',
      ar: 'انترنت',
      uk: 'інтернет',
    },
  ],
  [
    'ordinateur-sur-place',
    'un ordinateur à utiliser sur place',
    `ordinateur en libre accès, libre accès, ordinateur à disposition, poste informatique, salle informatique,
    accès à un ordinateur, espace public numérique, EPN, Cyber-base, cyberbase, ordinateur public,
    recharger mon téléphone`,
    { en: 'use a computer, public computer' },
  ],
  [
    'espace-de-travail',
    'un endroit pour travailler',
    'coworking, espace de coworking, télétravail, travailler au calme, salle de réunion, bureau partagé',
  ],
])

const cheap = needsMetBy({ services: ['AFFORDABLE_EQUIPMENT'] }, [
  [
    'ordinateur-pas-cher',
    'un ordinateur pas cher',
    `ordinateur pas cher, ordinateur d’occasion, ordinateur reconditionné, acheter un ordinateur, matériel informatique,
    matériel solidaire, PC pas cher, ordinateur solidaire, équipement informatique, prix solidaire, reconditionné,
    don d’ordinateur, ordinateur gratuit, acheter un PC, prêt d’ordinateur, louer un ordinateur, tablette pas chère`,
    {
      en: 'cheap computer, second-hand computer, used computer, cheap laptop',
      es: 'ordenador barato',
      pt: 'computador barato',
      ar: 'حاسوب رخيص',
      uk: 'дешевий комп’ютер',
    },
  ],
  [
    'telephone-pas-cher',
    'un téléphone pas cher',
    'téléphone pas cher, smartphone pas cher, téléphone reconditionné, téléphone d’occasion, acheter un téléphone',
    { en: 'cheap phone' },
  ],
  [
    'donner',
    'donner du matériel',
    'donner un ordinateur, donner mon ordinateur, don de matériel, recycler, recyclage, réemploi',
  ],
])

const cheapPlans = needsMetBy(
  { services: ['AFFORDABLE_EQUIPMENT'], programmes: ['EMMAUS_CONNECT', 'RELAIS_NUMERIQUE'] },
  [
    [
      'forfait-pas-cher',
      'un forfait ou une box pas chers',
      `carte SIM, carte prépayée, forfait pas cher, forfait mobile, forfait, recharge internet, internet pas cher,
      box pas chère, box internet, abonnement internet, fibre, opérateur, changer d’opérateur`,
      { en: 'sim card', es: 'tarjeta sim', uk: 'сім-карта' },
    ],
  ],
)

const repair = needsMetBy({ services: ['AFFORDABLE_EQUIPMENT', 'EVERYDAY_DIGITAL_TOOLS'] }, [
  [
    'reparer',
    'réparer un appareil',
    `réparer, réparer un ordinateur, réparer ordinateur, réparation, réparer mon téléphone, dépannage informatique,
    dépannage, ordinateur lent, ordinateur en panne, panne, écran cassé, téléphone cassé, repair café, bug`,
    { en: 'repair, computer repair', es: 'reparar', pt: 'consertar', uk: 'ремонт' },
  ],
])

export const devices = [...everyday, ...passwords, ...access, ...cheap, ...cheapPlans, ...repair]
