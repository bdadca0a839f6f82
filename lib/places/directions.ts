type App = 'openstreetmap' | 'google' | 'apple'
export type TravelMode = 'foot' | 'bus' | 'car'

interface Destination {
  name: string
  address: string
  postcode: string
  communeName: string
  latitude: number
  longitude: number
  /** Known to the street or the commune only: the written address then says more than the point */
  isApproximate: boolean
}

export interface Directions {
  /** A `geo:` address (RFC 5870, with Android's `q`): the telephone opens its own map */
  phone: string
  ways: { mode: TravelMode; links: { app: App; href: string }[] }[]
}

const modes: readonly TravelMode[] = ['foot', 'bus', 'car']
const googleModes = { foot: 'walking', bus: 'transit', car: 'driving' } as const
const appleModes = { foot: 'w', bus: 'r', car: 'd' } as const
/** OpenStreetMap knows no timetables. */
const openStreetMapEngines = { foot: 'fossgis_osrm_foot', bus: null, car: 'fossgis_osrm_car' } as const

/** The ways to a place, as links that applications on telephones take up and that open as pages elsewhere. */
export function directionsTo(place: Destination): Directions {
  const point = `${place.latitude},${place.longitude}`
  const written = `${place.address}, ${place.postcode} ${place.communeName}`
  const destination = place.isApproximate ? written : point
  const linksBy = (mode: TravelMode): { app: App; href: string }[] => {
    const engine = openStreetMapEngines[mode]
    return [
      ...(engine
        ? [
            {
              app: 'openstreetmap' as const,
              href: web('https://www.openstreetmap.org/directions', { engine, to: point }),
            },
          ]
        : []),
      {
        app: 'google',
        href: web('https://www.google.com/maps/dir/', { api: '1', destination, travelmode: googleModes[mode] }),
      },
      { app: 'apple', href: web('https://maps.apple.com/', { daddr: destination, dirflg: appleModes[mode] }) },
    ]
  }
  return {
    phone: `geo:${point}?q=${encodeURIComponent(place.isApproximate ? written : `${point}(${place.name})`)}`,
    ways: modes.map((mode) => ({ mode, links: linksBy(mode) })),
  }
}

const web = (base: string, parameters: Record<string, string>) => `${base}?${new URLSearchParams(parameters)}`
