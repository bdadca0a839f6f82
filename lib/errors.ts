/** Something the person can understand and act on: its message is shown as it is, in French. */
export class UserError extends Error {
  override name = 'UserError'

  constructor(
    message: string,
    /** Where it is put right */
    readonly way?: { href: string; label: string },
  ) {
    super(message)
  }
}

/** The person may not do this: signed out, or outside her territory. */
export class ForbiddenError extends UserError {
  override name = 'ForbiddenError'
}

/** The hours of that time are being worked out: the same request will be answered in a moment. */
export class BusyError extends UserError {
  override name = 'BusyError'
  /** When to ask again */
  readonly waitMs = 10_000

  constructor() {
    super('Nous mettons à jour les horaires de cette période. Réessayez dans quelques secondes.')
  }
}

/** What was asked for does not exist, or may not be known to exist. */
export class NotFoundError extends UserError {
  override name = 'NotFoundError'
}
