import { z } from 'zod'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'

/** The e-mail and the password of somebody who signs in; the password is taken as typed. */
export const signInInput = z.object({
  email: z
    .string()
    .trim()
    .min(1, 'Écrivez votre adresse e-mail.')
    .max(254, 'Cette adresse e-mail est trop longue.')
    .refine(isSafe, noNumber),
  password: z.string().min(1, 'Écrivez votre mot de passe.').max(1000, 'Ce mot de passe est trop long.'),
  returnTo: z.string().default(''),
})

/** Length is the only rule. */
export const chosenPassword = z
  .string()
  .min(12, 'Choisissez un mot de passe d’au moins 12 caractères.')
  .max(128, 'Choisissez un mot de passe d’au plus 128 caractères.')

/** Both fields must agree, which is said once both are filled in. */
export const passwordsAgree: [
  (typed: { password: string; confirmation: string }) => boolean,
  { path: string[]; message: string; when: (payload: { issues: { path?: PropertyKey[] }[] }) => boolean },
] = [
  ({ password, confirmation }) => password === confirmation,
  {
    path: ['confirmation'],
    message: 'Les deux mots de passe ne sont pas les mêmes.',
    when: ({ issues }) => !issues.some(({ path }) => path?.[0] === 'confirmation'),
  },
]

export const newPasswordInput = z
  .object({
    token: z.string().default(''),
    password: chosenPassword,
    confirmation: z.string().min(1, 'Écrivez le mot de passe une seconde fois.'),
  })
  .refine(...passwordsAgree)

/** An account to create or to bring up to date. Each membership names its hub by slug or its place by id. */
export const accountInput = z.object({
  email: z.email('Cette adresse e-mail n’est pas valable.').max(254).refine(isSafe, noNumber),
  name: z.string().trim().min(1).max(200).refine(isSafe, noNumber),
})

const presentPassword = z
  .string()
  .min(1, 'Écrivez votre mot de passe actuel.')
  .max(1000, 'Ce mot de passe est trop long.')

/** The password again, before what opens the account changes. */
export const confirmIdentityInput = z.object({ presentPassword, returnTo: z.string().default('') })

export const changePasswordInput = z
  .object({
    presentPassword,
    password: chosenPassword,
    confirmation: z.string().min(1, 'Écrivez le mot de passe une seconde fois.'),
  })
  .refine(...passwordsAgree)

/** How a person is called in the back office. */
export const renameInput = z.object({
  name: z.string().trim().min(1, 'Écrivez votre nom.').max(200, 'Ce nom est trop long.').refine(isSafe, noNumber),
})

export const forgottenPasswordInput = z.object({
  email: z
    .string()
    .trim()
    .min(1, 'Écrivez votre adresse e-mail.')
    .pipe(z.email('Cette adresse e-mail n’est pas valable.').max(254, 'Cette adresse e-mail est trop longue.'))
    .refine(isSafe, noNumber),
})

export const sessionInput = z.object({ id: z.string().min(1).max(100) })
