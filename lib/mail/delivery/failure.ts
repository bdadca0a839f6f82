/** Why a message did not leave, in the words of the server where it has some. */
export interface Failure {
  /**
   * `REFUSED` for good, for this message; `DELAYED` for this message; `UNREACHABLE` for all: the server is away, or
   * does not want us.
   */
  kind: 'REFUSED' | 'DELAYED' | 'UNREACHABLE'
  reason: string
}

/** What nodemailer says of an error. */
interface SmtpError {
  code?: string
  command?: string
  response?: string
  responseCode?: number
}

/** Characters of a reason that are kept */
const longest = 500

/** Reads an error of nodemailer by the reply codes of RFC 5321, 4.2.1. */
export function failureOf(error: unknown): Failure {
  const { code = '', command = '', response, responseCode = 0 } = (error ?? {}) as SmtpError
  const reason = (response || (error instanceof Error ? error.message : String(error))).slice(0, longest)
  const isOfMessage = ['EENVELOPE', 'EMESSAGE'].includes(code) && command !== 'MAIL FROM' && responseCode !== 421
  if (isOfMessage) return { kind: responseCode >= 400 && responseCode < 500 ? 'DELAYED' : 'REFUSED', reason }
  return { kind: code ? 'UNREACHABLE' : 'DELAYED', reason }
}
