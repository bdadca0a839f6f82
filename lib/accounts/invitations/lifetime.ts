/** How long the link of an invitation works, in milliseconds: two weeks, a holiday included. */
export const invitationLifetime = 14 * 24 * 60 * 60 * 1000
