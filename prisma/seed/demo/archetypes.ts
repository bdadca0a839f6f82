import type { Label, PlaceKind, Programme, Service } from '@/prisma/client/enums'
import { libraryHours, neighbourhoodHours, officeHours, openHours } from './hours'

/** A sort of place, from which the demonstration draws. */
export interface Archetype {
  kind: PlaceKind
  typologies: string[]
  weight: number
  /** `{de}` is the town with its preposition ("d’Orléans", "du Havre"), `{nom}` a name drawn for the place */
  names: readonly string[]
  hours: readonly string[]
  /** Always offered, then perhaps */
  core: Service[]
  others: Service[]
  programmes: Programme[]
  labels?: Label[]
  /** How often such a place moves about */
  itinerant?: number
  audience?: 'YOUTH' | 'SENIORS' | 'FAMILIES' | 'WOMEN'
}

export const archetypes: readonly Archetype[] = [
  {
    kind: 'FRANCE_SERVICES',
    typologies: ['RFS'],
    weight: 18,
    names: ['France Services {de}', 'Maison France Services {de}', 'France Services {nom}'],
    hours: officeHours,
    core: ['ADMINISTRATIVE_PROCEDURES'],
    others: ['EVERYDAY_DIGITAL_TOOLS', 'EMPLOYMENT', 'INTERNET_AND_EQUIPMENT_ACCESS'],
    programmes: ['FRANCE_SERVICES', 'AIDANTS_CONNECT', 'CONSEILLER_NUMERIQUE'],
    itinerant: 0.06,
  },
  {
    kind: 'MEDIATION',
    typologies: ['BIB'],
    weight: 16,
    names: ['Médiathèque {nom}', 'Médiathèque {de}', 'Bibliothèque {de}', 'Bibliothèque {nom}'],
    hours: libraryHours,
    core: ['EVERYDAY_DIGITAL_TOOLS', 'INTERNET_AND_EQUIPMENT_ACCESS'],
    others: ['DIGITAL_CULTURE', 'LEISURE_AND_CREATION', 'ONLINE_SAFETY', 'PARENTING_AND_EDUCATION'],
    programmes: ['CONSEILLER_NUMERIQUE', 'BIBLIOTHEQUE_NUMERIQUE_DE_REFERENCE', 'PASS_NUMERIQUE'],
  },
  {
    kind: 'MEDIATION',
    typologies: ['CS'],
    weight: 12,
    names: ['Centre social {nom}', 'Centre socioculturel {nom}'],
    hours: neighbourhoodHours,
    core: ['ADMINISTRATIVE_PROCEDURES', 'EVERYDAY_DIGITAL_TOOLS'],
    others: ['PARENTING_AND_EDUCATION', 'ONLINE_SAFETY', 'EMPLOYMENT', 'AFFORDABLE_EQUIPMENT'],
    programmes: ['CONSEILLER_NUMERIQUE', 'AIDANTS_CONNECT', 'PASS_NUMERIQUE', 'PROMENEURS_DU_NET'],
  },
  {
    kind: 'MEDIATION',
    typologies: ['CCAS'],
    weight: 9,
    names: ['CCAS {de}', 'Centre communal d’action sociale {de}'],
    hours: officeHours,
    core: ['ADMINISTRATIVE_PROCEDURES'],
    others: ['EVERYDAY_DIGITAL_TOOLS', 'ONLINE_SAFETY'],
    programmes: ['AIDANTS_CONNECT', 'CONSEILLER_NUMERIQUE', 'POINT_NUMERIQUE_CAF'],
    audience: 'SENIORS',
  },
  {
    kind: 'MEDIATION',
    typologies: ['MUNI'],
    weight: 9,
    names: ['Espace numérique {de}', 'Mairie {de} – accueil numérique', 'Espace public numérique {nom}'],
    hours: officeHours,
    core: ['EVERYDAY_DIGITAL_TOOLS', 'INTERNET_AND_EQUIPMENT_ACCESS'],
    others: ['ADMINISTRATIVE_PROCEDURES', 'ONLINE_SAFETY', 'DIGITAL_CULTURE'],
    programmes: ['CONSEILLER_NUMERIQUE', 'PIX', 'ABC_PIX'],
    itinerant: 0.1,
  },
  {
    kind: 'MEDIATION',
    typologies: ['ASSO'],
    weight: 10,
    names: ['Association {nom}', '{nom} – aide au numérique', 'Les ateliers {nom}'],
    hours: neighbourhoodHours,
    core: ['EVERYDAY_DIGITAL_TOOLS'],
    others: ['ONLINE_SAFETY', 'AFFORDABLE_EQUIPMENT', 'LEISURE_AND_CREATION', 'DIGITAL_CULTURE'],
    programmes: ['PASS_NUMERIQUE', 'CONSEILLER_NUMERIQUE', 'RELAIS_NUMERIQUE'],
    labels: ['ORDI_3_0'],
    itinerant: 0.12,
    audience: 'SENIORS',
  },
  {
    kind: 'MEDIATION',
    typologies: ['ML'],
    weight: 4,
    names: ['Mission locale {de}'],
    hours: officeHours,
    core: ['EMPLOYMENT'],
    others: ['ADMINISTRATIVE_PROCEDURES', 'EVERYDAY_DIGITAL_TOOLS'],
    programmes: ['PIX', 'CONSEILLER_NUMERIQUE'],
    audience: 'YOUTH',
  },
  {
    kind: 'MEDIATION',
    typologies: ['MJC'],
    weight: 4,
    names: ['MJC {nom}', 'Maison de quartier {nom}'],
    hours: neighbourhoodHours,
    core: ['LEISURE_AND_CREATION', 'PARENTING_AND_EDUCATION'],
    others: ['DIGITAL_CULTURE', 'ONLINE_SAFETY', 'EVERYDAY_DIGITAL_TOOLS'],
    programmes: ['PROMENEURS_DU_NET', 'CONSEILLER_NUMERIQUE'],
    audience: 'FAMILIES',
  },
  {
    kind: 'TIERS_LIEU',
    typologies: ['TIERS_LIEUX'],
    weight: 9,
    names: ['Tiers-lieu {nom}', 'Le tiers-lieu {nom}'],
    hours: openHours,
    core: ['INTERNET_AND_EQUIPMENT_ACCESS', 'DIGITAL_CULTURE'],
    others: ['LEISURE_AND_CREATION', 'EMPLOYMENT', 'EVERYDAY_DIGITAL_TOOLS', 'AFFORDABLE_EQUIPMENT'],
    programmes: ['CONSEILLER_NUMERIQUE', 'PASS_NUMERIQUE'],
  },
  {
    kind: 'TIERS_LIEU',
    typologies: ['FABLAB', 'TIERS_LIEUX'],
    weight: 4,
    names: ['FabLab {nom}', 'Atelier de fabrication {nom}'],
    hours: openHours,
    core: ['LEISURE_AND_CREATION'],
    others: ['DIGITAL_CULTURE', 'INTERNET_AND_EQUIPMENT_ACCESS', 'AFFORDABLE_EQUIPMENT'],
    programmes: ['GRANDE_ECOLE_DU_NUMERIQUE'],
    audience: 'YOUTH',
  },
  {
    kind: 'FABRIQUE',
    typologies: ['TIERS_LIEUX'],
    weight: 5,
    names: ['Fabrique de territoire {nom}', 'Fabrique numérique {de}'],
    hours: openHours,
    core: ['EVERYDAY_DIGITAL_TOOLS', 'DIGITAL_CULTURE'],
    others: ['LEISURE_AND_CREATION', 'EMPLOYMENT', 'INTERNET_AND_EQUIPMENT_ACCESS', 'ONLINE_SAFETY'],
    programmes: ['CONSEILLER_NUMERIQUE', 'PASS_NUMERIQUE', 'PIX'],
    labels: ['FABRIQUES_DE_TERRITOIRE'],
  },
]
