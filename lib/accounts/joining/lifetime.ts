/** How long the link that confirms an address works, in milliseconds: three days, a weekend included. */
export const joiningLifetime = 3 * 24 * 60 * 60 * 1000
