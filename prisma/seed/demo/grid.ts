import type { ServiceLine } from '@/lib/places/service-grid'
import type { Fee, Level, Service, SupportMode } from '@/prisma/client/enums'
import type { Archetype } from './archetypes'
import type { Random } from './random'

const modes: Record<Service, SupportMode[]> = {
  ADMINISTRATIVE_PROCEDURES: ['INDIVIDUAL', 'SELF_SERVICE', 'REMOTE'],
  EVERYDAY_DIGITAL_TOOLS: ['WORKSHOP', 'INDIVIDUAL', 'REMOTE'],
  EMPLOYMENT: ['INDIVIDUAL', 'WORKSHOP'],
  ONLINE_SAFETY: ['WORKSHOP', 'INDIVIDUAL'],
  PARENTING_AND_EDUCATION: ['WORKSHOP', 'INDIVIDUAL'],
  LEISURE_AND_CREATION: ['WORKSHOP', 'SELF_SERVICE'],
  DIGITAL_CULTURE: ['WORKSHOP'],
  INTERNET_AND_EQUIPMENT_ACCESS: ['SELF_SERVICE', 'INDIVIDUAL'],
  AFFORDABLE_EQUIPMENT: ['INDIVIDUAL'],
}

const notes: Partial<Record<Service, string[]>> = {
  ADMINISTRATIVE_PROCEDURES: [
    'Apportez votre pièce d’identité et votre numéro fiscal.',
    'Comptez une demi-heure par démarche.',
  ],
  EVERYDAY_DIGITAL_TOOLS: ['Cycle de six séances, huit personnes au plus.', 'Vous pouvez venir avec votre téléphone.'],
  EMPLOYMENT: ['CV, lettre de motivation et candidature en ligne.'],
  INTERNET_AND_EQUIPMENT_ACCESS: [
    'Quatre ordinateurs, une imprimante et un scanner.',
    'Dix pages imprimées par visite.',
  ],
  AFFORDABLE_EQUIPMENT: ['Ordinateurs remis en état à partir de 60 €, sur justificatif.'],
}

const levels: Level[][] = [['BEGINNER'], ['BEGINNER'], ['BEGINNER', 'INTERMEDIATE'], ['INTERMEDIATE', 'ADVANCED'], []]

/** What a place helps with, and how. */
export function drawGrid({ core, others, audience }: Archetype, random: Random): ServiceLine[] {
  return [...core, ...random.some(others, 0.4)].map((service) => ({
    service,
    supportModes: atLeastOne(modes[service], random),
    fees: drawFees(service, random),
    audiences: audience && random.chance(0.3) ? [audience] : [],
    levels: random.pick(levels),
    bookingUrl: null,
    note: random.chance(0.25) ? random.pick(notes[service] ?? ['Sur inscription à l’accueil.']) : null,
  }))
}

function drawFees(service: Service, random: Random): Fee[] {
  if (service === 'AFFORDABLE_EQUIPMENT') return random.pick([['PAID'], ['FREE_UNDER_CONDITIONS', 'PAID']])
  return random.weighted<Fee[]>([['FREE'], ['FREE_UNDER_CONDITIONS'], ['PAID'], []], (fees) =>
    fees[0] === 'FREE' ? 14 : 1,
  )
}

function atLeastOne(all: SupportMode[], random: Random): SupportMode[] {
  const some = random.some(all, 0.6)
  return some.length > 0 ? some : all.slice(0, 1)
}
