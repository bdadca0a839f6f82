import { idOfSigned, signedId } from '@/lib/signed-id'

/** What the link of a message holds: which request it answers. All messages of a request have the same one. */
export const confirmationToken = (secret: string, requestId: string): string => signedId(secret, 'confirm', requestId)

/** The request that a link answers; null when we did not sign it. */
export const requestOfToken = (secret: string, token: string): string | null => idOfSigned(secret, 'confirm', token)
