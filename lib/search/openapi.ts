import { openApiSchemas } from '@/lib/open-data/openapi-schemas'
import { type Parameter, parameters } from './parameters'

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const answer = (description: string, schema: object, type = 'application/json') => ({
  description,
  content: { [type]: { schema } },
})
const failure = (description: string) => answer(description, reference('Probleme'), 'application/problem+json')
const badRequest = { '400': failure('Un ou plusieurs paramètres sont incorrects ; chacun est nommé') }
const notYet = {
  '503': failure('Les horaires demandés sont en cours de calcul ; l’en-tête Retry-After dit quand réessayer'),
}
const tooMany = { '429': failure('Trop de demandes ; l’en-tête Retry-After dit quand réessayer') }

/** The API in OpenAPI 3.1, written from what reads its parameters and writes its answers. */
export function openApiDocument(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'À deux pas',
      version: '1',
      description: 'Les lieux où se faire aider avec le numérique, en données ouvertes.',
      license: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence' },
    },
    servers: [{ url: publicUrl }],
    paths: {
      '/api/v1/lieux': get('chercherLieux', 'Chercher des lieux', searchParameters([]), {
        '200': answer('Une page de lieux', {
          type: 'object',
          properties: {
            total: { type: 'integer', minimum: 0 },
            compris: {
              type: 'array',
              items: reference('Compris'),
              description: 'Avec q : ce qui a été compris. Avec mots=exacts, tous les mots sont cherchés tels quels.',
            },
            lieux: { type: 'array', items: reference('Lieu') },
          },
          required: ['total', 'lieux'],
        }),
        ...badRequest,
        ...tooMany,
        ...notYet,
      }),
      '/api/v1/lieux/filtres': get(
        'compterFiltres',
        'Compter ce que chaque valeur de chaque filtre donnerait, les autres filtres gardés',
        searchParameters(['page', 'limite', 'tri']),
        {
          '200': answer('Le total, et les filtres par leur paramètre', reference('Filtres')),
          ...badRequest,
          ...notYet,
        },
      ),
      '/api/v1/lieux/{id}': get(
        'lireLieu',
        'Lire un lieu',
        [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        {
          '200': answer('Le lieu', reference('Lieu')),
          '308': { description: 'Un ancien identifiant, ou celui d’une source : le lieu est à l’adresse indiquée' },
          ...badRequest,
          '404': failure('Aucun lieu n’a cet identifiant'),
        },
      ),
      '/api/v1/lieux.csv': exported('exporterCsv', 'text/csv', { type: 'string' }),
      '/api/v1/lieux.json': exported('exporterJson', 'application/json', {
        type: 'array',
        items: reference('LieuNational'),
      }),
      '/api/v1/lieux.geojson': exported('exporterGeojson', 'application/geo+json', { type: 'object' }),
      '/api/v1/communes': get(
        'chercherCommunes',
        'Chercher une commune par son nom ou son code postal',
        [{ name: 'q', in: 'query', required: true, schema: { type: 'string', minLength: 1, maxLength: 100 } }],
        {
          '200': answer('Dix communes au plus, la meilleure d’abord', {
            type: 'array',
            maxItems: 10,
            items: reference('Commune'),
          }),
          ...badRequest,
        },
      ),
      '/api/v1/suggestions': get(
        'suggerer',
        'Communes et départements pour un champ que l’on remplit',
        [{ name: 'q', in: 'query', required: true, schema: { type: 'string', minLength: 1, maxLength: 200 } }],
        {
          '200': answer('Les suggestions, la meilleure d’abord', {
            type: 'object',
            properties: {
              suggestions: { type: 'array', items: reference('Suggestion') },
              adressePossible: {
                type: 'boolean',
                description: 'Vrai si le texte peut être une adresse, à chercher par /api/v1/adresses',
              },
            },
            required: ['suggestions', 'adressePossible'],
          }),
          ...badRequest,
        },
      ),
      '/api/v1/adresses': get(
        'chercherAdresses',
        'Chercher une adresse, par la Géoplateforme',
        [{ name: 'q', in: 'query', required: true, schema: { type: 'string', minLength: 1, maxLength: 200 } }],
        {
          '200': answer('Cinq adresses au plus, la meilleure d’abord', {
            type: 'array',
            maxItems: 5,
            items: reference('Adresse'),
          }),
          ...badRequest,
          ...tooMany,
          '503': failure('Le service des adresses ne répond pas ; l’en-tête Retry-After dit quand réessayer'),
        },
      ),
    },
    components: { schemas: openApiSchemas },
  }
}

function get(operationId: string, summary: string, parameters: object[], responses: object) {
  return { get: { operationId, summary, parameters, responses } }
}

function exported(operationId: string, type: string, schema: object) {
  return get(operationId, 'Télécharger tous les lieux qui correspondent', searchParameters(['page', 'limite']), {
    '200': answer('Tous les lieux, au fur et à mesure', schema, type),
    ...badRequest,
    ...tooMany,
    ...notYet,
  })
}

function searchParameters(without: readonly string[]) {
  const described: [string, Pick<Parameter<never, boolean>, 'isRepeatable' | 'description' | 'jsonSchema'>][] =
    Object.entries(parameters)
  return described
    .filter(([name]) => !without.includes(name))
    .map(([name, { isRepeatable, description, jsonSchema }]) => ({
      name,
      in: 'query',
      description,
      schema: isRepeatable ? { type: 'array', items: jsonSchema } : jsonSchema,
      // Several values are written name=a&name=b.
      ...(isRepeatable ? { style: 'form', explode: true } : {}),
    }))
}
