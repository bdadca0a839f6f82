import type { Random } from './random'

const names = `La Passerelle, Le Préau, Les Tilleuls, La Bobine, L’Escale, Le Moulin, La Ruche, Les Glycines,
  La Fabrique à Idées, Le Trait d’Union, La Boussole, L’Étincelle, Les Hirondelles, Le Kiosque, La Clairière,
  Le Pont Neuf, Les Quatre Vents, L’Archipel, La Grange, Le Lavoir, Les Coquelicots, La Vigie, Le Cèdre,
  L’Ancienne Gare, Les Alouettes, La Halle, Le Belvédère, Les Lucioles, La Rotonde, Le Fil, L’Atelier Bleu,
  Les Peupliers, La Marelle, Le Phare, Les Amandiers, L’Envol, La Cour des Possibles, Le Carrefour,
  Les Cerisiers, La Filature, Le Tamaris, Les Mésanges`.split(/,\s+/)

const streets = `rue des Lilas, rue de l’Église, place de la Mairie, avenue de la Gare, rue des Écoles, rue du Stade,
  boulevard de la Liberté, rue du Moulin, allée des Tilleuls, rue de la République, place du Marché, rue Neuve,
  impasse des Jardins, rue des Acacias, chemin du Lavoir, rue de la Fontaine, avenue des Marronniers, rue du Four,
  rue du Pont, route de la Forêt, rue des Vignes, quai de la Rivière`.split(/,\s+/)

const complements = [
  'Bâtiment B, premier étage',
  'Entrée par la cour',
  'À côté de la mairie',
  'Rez-de-chaussée, porte de gauche',
  'Derrière l’école',
  'Sonner à l’interphone',
]

export function drawName(random: Random): string {
  return random.pick(names)
}

/** "12 rue des Lilas", "12 bis rue des Lilas" */
export function drawAddress(random: Random): string {
  const suffix = random.chance(0.06) ? ' bis' : ''
  return `${random.whole(1, 120)}${suffix} ${random.pick(streets)}`
}

export function drawAddressComplement(random: Random): string | null {
  return random.chance(0.12) ? random.pick(complements) : null
}

/** "Paris 12e Arrondissement" → "Paris 12e" */
function shortTown(town: string): string {
  return town.replace(/ Arrondissement$/, '')
}

/** "Blois" → "de Blois", "Orléans" → "d’Orléans", "Le Havre" → "du Havre", "Les Abymes" → "des Abymes" */
export function ofTown(town: string): string {
  const name = shortTown(town)
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`
  return /^[aeiouyàâéèêëîïôûœ]/i.test(name) ? `d’${name}` : `de ${name}`
}
