import { z } from 'zod'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'
import { chosenPassword, passwordsAgree } from '../schema'

const rolesOfHub = ['HUB_COORDINATOR', 'HUB_EDITOR', 'READER'] as const
/** The roles that an invitation may offer. */
const offeredRoles = ['NATIONAL_ADMIN', ...rolesOfHub, 'PLACE_EDITOR'] as const

const isRoleOfHub = (role: string): boolean => rolesOfHub.some((each) => each === role)

const invitedAddress = z
  .email('Écrivez une adresse e-mail, par exemple nom@exemple.fr.')
  .max(254, 'Cette adresse est trop longue.')
  .refine(isSafe, noNumber)

/** More places at once is a hub's work. */
const placesAtMost = 50

const scope = {
  hubId: z
    .uuid('Choisissez un hub.')
    .optional()
    .or(z.literal('').transform(() => undefined)),
  placeIds: z
    .array(z.string().max(300))
    .max(placesAtMost, `Choisissez au plus ${placesAtMost} lieux.`)
    .default([])
    .transform((ids) => [...new Set(ids)]),
}

/** Who is invited, and to do what: a role of a hub goes with a hub, a place editor with one place or several. */
export const invitationInput = z
  .object({
    email: invitedAddress,
    role: z.enum(offeredRoles, 'Choisissez un rôle.'),
    ...scope,
  })
  .superRefine(({ role, hubId, placeIds }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (isRoleOfHub(role) && !hubId) refuse('hubId', 'Choisissez un hub.')
    if (role === 'PLACE_EDITOR' && placeIds.length === 0) refuse('placeIds', 'Choisissez au moins un lieu.')
  })
  // What goes with another role was left over from a first choice.
  .transform(({ role, hubId, placeIds, ...rest }) => ({
    ...rest,
    role,
    hubId: isRoleOfHub(role) ? (hubId ?? null) : null,
    placeIds: role === 'PLACE_EDITOR' ? placeIds : [],
  }))

export type InvitationInput = z.output<typeof invitationInput>

/** A colleague to invite into one's organisation. */
export const colleagueInvitation = z
  .object({ email: invitedAddress, organisationId: z.uuid('Cette organisation n’existe pas.') })
  .transform((input) => ({ ...input, role: 'HELPER' as const, hubId: null, placeIds: [] }))

/** What is offered, and to whom; an organisation, to a colleague. */
export type AnyInvitation = (InvitationInput | z.output<typeof colleagueInvitation>) & {
  organisationId?: string | null
}

/** Places to choose from, for a place editor: nothing is sent yet. */
export const placeSearch = z.object({
  q: z.string().trim().max(200).refine(isSafe, noNumber).default(''),
  placeIds: scope.placeIds,
})

export const invitationAnswer = z.object({ id: z.uuid('Cette invitation n’existe pas.') })

/** Whoever has no account yet says her name and chooses a password. */
export const newcomerInput = z
  .object({
    token: z.string().max(200).default(''),
    name: z
      .string()
      .trim()
      .min(1, 'Écrivez votre nom.')
      .max(200, 'Ce nom est trop long.')
      .refine((name) => !/\p{Cc}/u.test(name), 'Ce nom n’est pas valable.')
      .refine(isSafe, noNumber),
    password: chosenPassword,
    confirmation: z.string().min(1, 'Écrivez le mot de passe une seconde fois.'),
  })
  .refine(...passwordsAgree)

export const invitationToken = z.object({ token: z.string().max(200).default('') })
