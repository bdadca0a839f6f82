import type { Position } from './distance'

/** South, west, north, east, in degrees: mainland and Corsica, then each overseas territory with its waters. */
const boxes: readonly (readonly [number, number, number, number])[] = [
  [41.2, -5.5, 51.3, 9.8], // the mainland and Corsica
  [14.2, -63.3, 18.3, -60.7], // Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
  [2, -54.7, 6, -51.5], // Guyane
  [-21.5, 55.1, -20.8, 55.9], // La Réunion
  [-13.1, 44.9, -12.5, 45.4], // Mayotte
  [46.6, -56.6, 47.2, -56.1], // Saint-Pierre-et-Miquelon
  [-23, 158, -17.5, 172.5], // Nouvelle-Calédonie
  [-14.5, -178.3, -13.1, -176], // Wallis-et-Futuna
  [-28.2, -155, -7.5, -134], // Polynésie française
]

/**
 * Whether a position may be in France. Boxes reach over borders, on purpose: from a neighbouring town, a
 * place in France may be near.
 */
export function mayBeInFrance({ latitude, longitude }: Position): boolean {
  return boxes.some(
    ([south, west, north, east]) => latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  )
}
