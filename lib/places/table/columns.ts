import { withoutFormula } from '@/lib/open-data/national-csv'
import { kinds, programmes, services } from '@/lib/open-data/vocabulary'
import type { PlaceKind, PlaceStatus, Programme, Service } from '@/prisma/client/enums'
import { spokenPhone } from '../spoken-phone'
import { statuses } from '../words'
import type { Gap } from './values'

/** A place as a file of the table tells it. */
export interface WrittenPlace {
  id: string
  name: string
  kind: PlaceKind
  status: PlaceStatus
  address: string
  postcode: string
  communeName: string
  departmentName: string
  phone: string | null
  emails: string[]
  websites: string[]
  pivot: string | null
  openingHours: string | null
  services: Service[]
  programmes: Programme[]
  takesReferrals: boolean
  gaps: Gap[]
  assigneeName: string | null
  verifiedAt: Date | null
  updatedAt: Date
}

const gapWords: Readonly<Record<Gap, string>> = {
  hours: 'horaires',
  services: 'services',
  position: 'position exacte',
  contact: 'contact',
  summary: 'présentation',
  fees: 'coût',
  pivot: 'SIRET',
}

/** As people of mainland France write it; spreadsheets there read it as a date. */
const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'Europe/Paris' })

/** The columns of a file, in order: those of the table, and what one needs to write or call. */
const columns: readonly (readonly [header: string, cell: (place: WrittenPlace) => string | null])[] = [
  ['Numéro', ({ id }) => id],
  ['Lieu', ({ name }) => name],
  ['Type', ({ kind }) => kinds[kind]],
  ['Statut', ({ status }) => statuses[status]],
  ['Adresse', ({ address }) => address],
  ['Code postal', ({ postcode }) => postcode],
  ['Commune', ({ communeName }) => communeName],
  ['Département', ({ departmentName }) => departmentName],
  // As it is dialled in France, it starts no formula; a foreign one is held by an apostrophe.
  ['Téléphone', ({ phone }) => phone && spokenPhone(phone).replaceAll('\u00a0', ' ')],
  ['E-mail', ({ emails }) => emails.join(', ')],
  ['Site', ({ websites }) => websites.join(', ')],
  ['SIRET ou RNA', ({ pivot }) => pivot],
  ['Horaires', ({ openingHours }) => openingHours],
  ['Services', (place) => place.services.map((code) => services[code]).join(', ')],
  ['Reçoit les personnes orientées', ({ takesReferrals }) => (takesReferrals ? 'oui' : 'non')],
  ['Programmes', (place) => place.programmes.map((code) => programmes[code]).join(', ')],
  ['Il manque', ({ gaps }) => gaps.map((gap) => gapWords[gap]).join(', ')],
  ['Suivi par', ({ assigneeName }) => assigneeName],
  ['Confirmé le', ({ verifiedAt }) => verifiedAt && day.format(verifiedAt)],
  ['Modifié le', ({ updatedAt }) => day.format(updatedAt)],
]

export const headers: readonly string[] = columns.map(([header]) => header)

/** The cells of a line: none starts a formula in a spreadsheet. */
export function cellsOf(place: WrittenPlace): string[] {
  return columns.map(([, cell]) => withoutFormula(cell(place) ?? ''))
}
