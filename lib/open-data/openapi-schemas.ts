import { type NationalField, nationalFields } from './national-schema'
import {
  accessModes,
  audiences,
  fees,
  itinerancies,
  kinds,
  labels,
  programmes,
  services,
  slugOf,
  specialCare,
  supportModes,
} from './vocabulary'

type JsonSchema = Readonly<Record<string, unknown>>

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const texts = { type: 'array', items: text }
const listOf = (vocabulary: Readonly<Record<string, string>>) => ({
  type: 'array',
  items: { type: 'string', enum: Object.values(vocabulary) },
})

const nationalProperties: Readonly<Record<NationalField, JsonSchema>> = {
  id: text,
  pivot: { ...textOrNull, description: 'SIRET, RNA ou RIDET' },
  nom: text,
  commune: text,
  code_postal: { type: 'string', pattern: '^[0-9]{5}$' },
  code_insee: text,
  adresse: text,
  complement_adresse: textOrNull,
  latitude: { type: 'number', minimum: -90, maximum: 90 },
  longitude: { type: 'number', minimum: -180, maximum: 180 },
  typologie: texts,
  telephone: textOrNull,
  courriels: texts,
  site_web: texts,
  horaires: { ...textOrNull, description: 'Horaires au format opening_hours d’OpenStreetMap' },
  presentation_resume: textOrNull,
  presentation_detail: textOrNull,
  source: textOrNull,
  itinerance: listOf(itinerancies),
  structure_parente: textOrNull,
  date_maj: { type: 'string', format: 'date' },
  services: listOf(services),
  publics_specifiquement_adresses: listOf(audiences),
  prise_en_charge_specifique: listOf(specialCare),
  frais_a_charge: listOf(fees),
  dispositif_programmes_nationaux: listOf(programmes),
  formations_labels: listOf(labels),
  autres_formations_labels: texts,
  modalites_acces: listOf(accessModes),
  modalites_accompagnement: listOf(supportModes),
  fiche_acces_libre: textOrNull,
  prise_rdv: textOrNull,
}

const ownProperties = {
  type: { type: 'string', enum: Object.values(kinds).map(slugOf) },
  url: { type: 'string', format: 'uri', description: 'La page du lieu' },
  distance: { type: 'integer', minimum: 0, description: 'Mètres à vol d’oiseau, avec une position' },
  ouvert: {
    type: ['boolean', 'null'],
    description: 'À l’instant demandé, sinon maintenant ; null quand on ne sait pas',
  },
}

/** The shapes of what the API answers. */
export const openApiSchemas: Readonly<Record<string, JsonSchema>> = {
  LieuNational: {
    type: 'object',
    description: 'Un lieu, avec les champs du schéma national des lieux de médiation numérique 1.0.2',
    properties: nationalProperties,
    required: [...nationalFields],
  },
  Lieu: {
    type: 'object',
    description: 'Les champs du schéma national 1.0.2, et les nôtres',
    properties: { ...nationalProperties, ...ownProperties },
    required: [...nationalFields, 'type', 'url', 'ouvert'],
  },
  Compris: {
    type: 'object',
    description: 'Ce qui a été compris d’une partie des mots de q',
    properties: {
      mots: { type: 'string', description: 'Comme ils ont été écrits' },
      role: {
        type: 'string',
        enum: ['besoin', 'mot', 'ignore'],
        description:
          'besoin : le lieu y répond, ou porte ces mots ; mot : le lieu le contient ; ignore : aucun lieu ne le contient, il ne filtre rien',
      },
      besoin: { ...textOrNull, description: 'Le besoin reconnu, quand le rôle est besoin' },
    },
    required: ['mots', 'role', 'besoin'],
  },
  Commune: {
    type: 'object',
    properties: {
      code: text,
      nom: text,
      codesPostaux: texts,
      departement: text,
      population: { type: 'integer', minimum: 0 },
      lat: { type: ['number', 'null'] },
      lon: { type: ['number', 'null'] },
      precision: textOrNull,
    },
    required: ['code', 'nom', 'codesPostaux', 'departement', 'population', 'lat', 'lon', 'precision'],
  },
  Suggestion: {
    type: 'object',
    properties: {
      type: { type: 'string', enum: ['commune', 'departement'] },
      code: { ...text, description: 'Code INSEE' },
      nom: text,
      ancienNom: { ...textOrNull, description: 'Le nom cherché, quand cette commune a fusionné avec une autre' },
      codePostal: {
        ...textOrNull,
        description: 'Celui de la commune quand elle n’en a qu’un, ou celui qui est cherché',
      },
      departement: text,
      nomDepartement: text,
      libelle: { ...text, description: 'Ce que le paramètre lieu de la page des lieux comprend sans hésiter' },
      lat: { type: ['number', 'null'] },
      lon: { type: ['number', 'null'] },
    },
    required: [
      'type',
      'code',
      'nom',
      'ancienNom',
      'codePostal',
      'departement',
      'nomDepartement',
      'libelle',
      'lat',
      'lon',
    ],
  },
  Adresse: {
    type: 'object',
    properties: {
      libelle: text,
      adresse: text,
      codePostal: text,
      commune: text,
      codeInsee: text,
      precision: { type: 'string', enum: ['adresse', 'voie', 'commune'] },
      lat: { type: 'number' },
      lon: { type: 'number' },
    },
    required: ['libelle', 'adresse', 'codePostal', 'commune', 'codeInsee', 'precision', 'lat', 'lon'],
  },
  Filtres: {
    type: 'object',
    description:
      'Combien de lieux auraient chaque valeur, parmi ceux que tous les autres filtres laissent passer ; ouvert et horaires ne sont comptés que si la recherche dit aussi un territoire, un rayon, des mots ou des horaires',
    properties: {
      total: { type: 'integer', minimum: 0 },
      filtres: {
        type: 'object',
        additionalProperties: {
          type: 'array',
          items: {
            type: 'object',
            properties: { valeur: text, nom: text, total: { type: 'integer', minimum: 0 } },
            required: ['valeur', 'total'],
          },
        },
      },
    },
    required: ['total', 'filtres'],
  },
  Probleme: {
    type: 'object',
    description: 'Une erreur, dans la forme de la RFC 9457',
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      erreurs: {
        type: 'array',
        items: {
          type: 'object',
          properties: { parametre: text, valeur: text, raison: text },
          required: ['parametre', 'valeur', 'raison'],
        },
      },
    },
    required: ['type', 'title', 'status'],
  },
}
