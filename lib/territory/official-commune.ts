import { z } from 'zod'
import { searchNameOf } from './search-name'

const commune = z.object({
  code: z.string().regex(/^([013-9]\d|2[AB1-9])\d{3}$/, 'n’est pas un code INSEE'),
  nom: z.string().trim().min(1, 'manque'),
  /** Islands without inhabitants have an empty one */
  codesPostaux: z
    .array(z.string().regex(/^(\d{5})?$/, 'n’est pas un code postal'))
    .default([])
    .transform((postcodes) => postcodes.filter(Boolean)),
  population: z.number().int().min(0).optional(),
  codeDepartement: z.string().min(2),
  codeEpci: z
    .string()
    .regex(/^\d{9}$/, 'n’est pas un SIREN')
    .optional(),
  /** GeoJSON: longitude first */
  centre: z
    .object({
      type: z.literal('Point'),
      coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
    })
    .optional(),
})

/** A commune of the official list, as the database keeps it; null is what the list does not say. */
export interface OfficialCommune {
  code: string
  name: string
  searchName: string
  postcodes: string[]
  population: number | null
  departmentCode: string
  epciCode: string | null
  latitude: number | null
  longitude: number | null
}

/**
 * Reads a commune in the form of geo.api.gouv.fr.
 *
 * @returns the commune, or what is wrong with it, in French
 */
export function readOfficialCommune(item: unknown): OfficialCommune | string {
  const { data, error } = commune.safeParse(item)
  if (!data) {
    const [issue] = error.issues
    return issue ? `${issue.path.join('.') || 'l’entrée'} : ${issue.message}` : error.message
  }
  const [longitude = null, latitude = null] = data.centre?.coordinates ?? []
  return {
    code: data.code,
    name: data.nom,
    searchName: searchNameOf(data.nom),
    postcodes: data.codesPostaux,
    population: data.population ?? null,
    departmentCode: data.codeDepartement,
    epciCode: data.codeEpci ?? null,
    latitude,
    longitude,
  }
}
