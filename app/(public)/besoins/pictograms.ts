import type { IconName } from '@/components/ui/icon'
import type { QuestionId } from '@/lib/needs/guide'

/** A drawing for each answer; "je ne sais pas" has one for all. */
const pictograms: Readonly<Record<QuestionId, Readonly<Record<string, IconName>>>> = {
  besoin: {
    papiers: 'document',
    apprendre: 'laptop',
    travail: 'briefcase',
    materiel: 'printer',
    probleme: 'shield',
    enfants: 'family',
    creer: 'tools',
  },
  materiel: { imprimer: 'printer', internet: 'wifi', acheter: 'wallet' },
  probleme: { arnaque: 'warning', 'mot-de-passe': 'key', panne: 'monitor' },
  quand: { aujourdhui: 'clock', 'plus-tard': 'calendar' },
  facon: { 'avec-moi': 'user', 'a-ma-place': 'pen', 'en-groupe': 'group', seul: 'monitor', 'a-distance': 'headset' },
  aide: { non: 'check', lire: 'book', langue: 'chat', voir: 'eye', entendre: 'ear', bouger: 'wheelchair' },
  prix: { gratuit: 'check', pass: 'ticket', 'peu-importe': 'euro' },
}

export function pictogramOf(question: QuestionId, answer: string): IconName {
  return pictograms[question][answer] ?? 'question'
}
