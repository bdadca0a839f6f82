import { foldWords } from './fold'

/**
 * What people write around a need: known terms may hold these words ("aide au logement"), but on their own
 * they say nothing of what is looked for. Folded; articles and the like are in `fold.ts`.
 */
const fillers = new Set(
  foldWords(`aide aider aides aidez accompagnement accompagner accompagne apprendre arrive arrivez arriver avoir ai ait apres avant
  aujourd hui besoin bonjour bonsoir ca cela c ci chercher cherche cherchons comment comprendre comprend comprends connaitre
  creer demande demander demandes demarche demarches depuis doit dois donc dossier dossiers encore est etre suis sont
  expliquer explique faire fait fais faut il ils elle elles on nous me moi lui eux formulaire formulaires gerer ici infos
  information informations ligne lieu lieux endroit endroits maintenant meme merci mettre monsieur madame mieux ne ni
  non obtenir oui ou papier papiers pas petit petite peu peux peut pouvoir personne personnes plus possible pourquoi pres
  probleme problemes proche quand quel quelle quelles quels quelque quelques quelqu quoi recevoir refaire remplir
  renouveler renouvellement prendre rendez rdv s si savoir sais site service services soutien souhaite souhaiterais svp plait
  tout tous toute toutes tres trop trouver truc utiliser utilisation utilise veux veut voudrais vouloir vite vous avez vraiment
  help need want how please i me get make find where am is are apply application form online somebody someone
  ayuda necesito quiero como hacer donde ayudar pedir solicitar linea favor
  ajuda preciso quero fazer onde ajudar linha
  допомога потрібна потрібно хочу як де допомогти онлайн
  مساعدة اريد كيف اين احتاج`).split(' '),
)

/** Whether a folded word says on its own nothing of what is looked for. */
export const isFiller = (word: string): boolean => fillers.has(word)
