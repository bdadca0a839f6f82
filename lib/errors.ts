/** Something the person can understand and act on: its message is shown as it is, in French. */
export class UserError extends Error {
  override name = 'UserError'
}

/** The person may not do this: signed out, or outside her territory. */
export class ForbiddenError extends UserError {
  override name = 'ForbiddenError'
}

/** What was asked for does not exist, or may not be known to exist. */
export class NotFoundError extends UserError {
  override name = 'NotFoundError'
}
