import { z } from 'zod'

const id = z.uuid('Ce rôle n’existe pas.')

export const membershipRemoval = z.object({ id })

export const roleChange = z.object({
  id,
  role: z.enum(['HUB_COORDINATOR', 'HUB_EDITOR', 'READER'], 'Choisissez un rôle.'),
})
