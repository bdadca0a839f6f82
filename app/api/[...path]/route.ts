import { notFound } from '../problem'

/** What the API does not have is told in its own form, not as a page. */
const nothingHere = () => notFound('Cette adresse n’existe pas dans l’API.')

export const GET = nothingHere
export const POST = nothingHere
export const PUT = nothingHere
export const PATCH = nothingHere
export const DELETE = nothingHere
