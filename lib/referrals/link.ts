import { idOfSigned, signedId } from '@/lib/signed-id'

/**
 * What the link of a message to a place without account holds.
 *
 * @param linkId that of the referral, drawn anew when the address it went to is no longer the place's
 */
export const replyToken = (secret: string, linkId: string): string => signedId(secret, 'reply', linkId)

/** The `linkId` of a link; null when we did not sign it. */
export const linkOfToken = (secret: string, token: string): string | null => idOfSigned(secret, 'reply', token)
