import type { PlaceKind } from '@/prisma/client/enums'

export type ShownKind = PlaceKind | 'HUB'

export const shownKinds: readonly ShownKind[] = ['FRANCE_SERVICES', 'MEDIATION', 'TIERS_LIEU', 'FABRIQUE', 'HUB']

/** One outline a kind, on a 24-unit grid; filled with the kind's colour (see `kind-shape.module.css`). */
export const kindShapes: Readonly<Record<ShownKind, string>> = {
  FABRIQUE: 'M12 1.5l9.2 5.25v10.5L12 22.5l-9.2-5.25V6.75z',
  FRANCE_SERVICES: 'M3 3h18v18H3z',
  TIERS_LIEU: 'M12 2l11 19.5H1z',
  MEDIATION: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  HUB: 'M12 .5L23.5 12 12 23.5.5 12z',
}
