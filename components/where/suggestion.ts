/** What the field may offer: a name, what tells it from its homonyms, and what choosing it sends. */
export interface Suggestion {
  id: string
  kind: 'commune' | 'departement' | 'adresse'
  name: string
  /** `41000 · Loir-et-Cher` */
  detail: string
  /** The name that was typed, of a commune that has merged into this one */
  formerName: string | null
  /** What the field then holds, and the server understands */
  value: string
  lat: number | null
  lon: number | null
}

interface Territory {
  type: 'commune' | 'departement'
  code: string
  nom: string
  ancienNom: string | null
  codePostal: string | null
  nomDepartement: string
  libelle: string
  lat: number | null
  lon: number | null
}

/** An address as `/api/v1/adresses` tells it. */
export interface Address {
  libelle: string
  adresse: string
  codePostal: string
  commune: string
  precision: string
  lat: number
  lon: number
}

/** Communes and départements, and whether it is worth asking for addresses; null when the server does not answer. */
export async function fetchTerritories(q: string, signal: AbortSignal) {
  const body = await read<{ suggestions: Territory[]; adressePossible: boolean }>('suggestions', q, signal)
  return body && { mayBeAddress: body.adressePossible, suggestions: body.suggestions.map(ofTerritory) }
}

/** Addresses; none when the service does not answer: the communes are there already. */
export async function fetchAddresses(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  return (await readAddresses(q, signal)).map(({ libelle, lat, lon }, index) => ({
    id: `adresse-${index}`,
    kind: 'adresse',
    name: libelle,
    detail: '',
    formerName: null,
    value: libelle,
    lat,
    lon,
  }))
}

/** The same with all their parts. */
export async function readAddresses(q: string, signal: AbortSignal): Promise<Address[]> {
  return (await read<Address[]>('adresses', q, signal)) ?? []
}

function ofTerritory({ type, code, nom, ancienNom, codePostal, nomDepartement, libelle, lat, lon }: Territory) {
  const detail = type === 'commune' ? [codePostal, nomDepartement].filter(Boolean).join(' · ') : code
  return { id: `${type}-${code}`, kind: type, name: nom, detail, formerName: ancienNom, value: libelle, lat, lon }
}

async function read<Body>(route: string, q: string, signal: AbortSignal): Promise<Body | null> {
  try {
    const response = await fetch(`/api/v1/${route}?q=${encodeURIComponent(q)}`, { signal })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
