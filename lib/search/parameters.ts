import {
  accessModes,
  audiences,
  fees,
  itinerancies,
  kinds,
  labels,
  programmes,
  services,
  specialCare,
  supportModes,
} from '@/lib/open-data/vocabulary'
import { instant } from './instant'
import { choice, code, decimal, integer, keyword, type Reader, words, yes } from './reader'

/** A parameter of `/lieux` and of the API. Several values of a repeatable one widen the answer. */
export interface Parameter<T, Repeatable extends boolean> extends Reader<T> {
  isRepeatable: Repeatable
  /** For the API's documentation, in French. */
  description: string
}

const single = <T>(reader: Reader<T>, description: string): Parameter<T, false> => ({
  ...reader,
  isRepeatable: false,
  description,
})
const repeatable = <T>(reader: Reader<T>, description: string): Parameter<T, true> => ({
  ...reader,
  isRepeatable: true,
  description,
})

/** Half the circumference of the Earth: nothing is further. */
const furthestKilometres = 20_000

export const parameters = {
  lat: single(decimal(-90, 90), 'Latitude du point de départ, en degrés ; va avec lon.'),
  lon: single(decimal(-180, 180), 'Longitude du point de départ, en degrés ; va avec lat.'),
  rayon: single(decimal(0.001, furthestKilometres), 'Distance maximale à vol d’oiseau, en kilomètres.'),
  q: single(
    words(200),
    'Ce que la personne cherche, avec ses mots : un besoin (« carte grise »), un nom de lieu, ou les deux. La réponse dit ce qui a été compris.',
  ),
  mots: single(
    yes('exacts'),
    'exacts : chercher les mots de q tels quels dans le texte du lieu, sans les comprendre comme un besoin ; va avec q.',
  ),
  commune: repeatable(
    code(/^(\d{2}|2[abAB])\d{3}$/, '41018'),
    'Code INSEE de la commune. Paris, Lyon et Marseille comprennent leurs arrondissements.',
  ),
  departement: repeatable(code(/^(\d{2}|2[abAB]|9[78]\d)$/, '41, 2A ou 974'), 'Code du département.'),
  types: repeatable(choice(kinds), 'Type de lieu.'),
  services: repeatable(choice(services), 'Service rendu.'),
  publics: repeatable(choice(audiences), 'Public spécifiquement adressé.'),
  prise_en_charge: repeatable(choice(specialCare), 'Prise en charge spécifique.'),
  frais: repeatable(choice(fees), 'Frais à charge.'),
  dispositifs: repeatable(choice(programmes), 'Dispositif ou programme national.'),
  labels: repeatable(choice(labels), 'Formation ou label.'),
  modalites_acces: repeatable(choice(accessModes), 'Façon d’entrer en contact.'),
  modalites_accompagnement: repeatable(choice(supportModes), 'Façon d’être accompagné.'),
  itinerance: repeatable(choice(itinerancies), 'Lieu fixe ou service itinérant.'),
  ouvert: single(instant, 'Ouvert de façon certaine à cet instant : maintenant, ou un instant ISO 8601.'),
  horaires: repeatable(
    keyword({ EVENING: 'soir', SATURDAY: 'samedi', SUNDAY: 'dimanche' }),
    'Ouvert de façon certaine, dans les quatorze jours qui commencent aujourd’hui et à l’heure du lieu : un soir de semaine après 18 h (soir), un samedi ou un dimanche entre 8 h et 20 h.',
  ),
  accessible: single(yes(), 'Avec une fiche Accès libre, qui décrit l’accessibilité du lieu.'),
  page: single(integer(1, 100_000), 'Numéro de page, à partir de 1.'),
  limite: single(integer(1, 100), 'Nombre de lieux par page ; 20 si rien n’est dit.'),
  tri: single(
    keyword({ DISTANCE: 'distance', NEAR_TIES: 'proche', NAME: 'nom', UPDATED: 'date_maj' }),
    'Ordre : distance (celui par défaut avec une position) ; proche, qui départage les lieux à peu près aussi proches : ouverts d’abord, puis ceux qui répondent le mieux, puis les fiches récentes, et en dernier celles que personne ne confirme plus ; nom (celui par défaut sans position) ; ou date_maj, la plus récente d’abord.',
  ),
}

type Table = typeof parameters
export type ParameterName = keyof Table
export type SingleName = { [N in ParameterName]: Table[N]['isRepeatable'] extends false ? N : never }[ParameterName]
export type RepeatableName = Exclude<ParameterName, SingleName>
export type ValueOf<N extends ParameterName> = Table[N] extends Reader<infer T> ? T : never
