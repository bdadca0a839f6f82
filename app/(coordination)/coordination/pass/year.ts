import { type Parameters, parameter } from '../parameters'

/** The first year of the Pass numérique. */
const firstYear = 2019

/** The year that an address asks for; what is none is the present one. */
export function yearOf(parameters: Parameters, now = new Date()): { year: number; isFirst: boolean; isLast: boolean } {
  const present = now.getFullYear()
  const asked = Number(parameter(parameters, 'annee'))
  const year = Number.isInteger(asked) && asked >= firstYear && asked <= present ? asked : present
  return { year, isFirst: year === firstYear, isLast: year === present }
}
