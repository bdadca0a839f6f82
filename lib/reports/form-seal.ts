import { createHmac, timingSafeEqual } from 'node:crypto'

/** Nobody reads a question and answers it faster. */
const leastMs = 1000
const mostMs = 24 * 3600 * 1000

/** The time at which a form is drawn, signed: a program cannot make it up without asking for the form. */
export function sealForm(secret: string, form: string, now = Date.now()): string {
  return `${now}.${signatureOf(secret, form, now)}`
}

/** Whether a form was drawn by us, a second ago at least and a day at most. */
export function isSealed(secret: string, form: string, seal: string, now = Date.now()): boolean {
  const [time = '', signature = ''] = seal.split('.')
  const age = now - Number(time)
  const expected = Buffer.from(signatureOf(secret, form, Number(time)))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
  return age >= leastMs && age <= mostMs
}

function signatureOf(secret: string, form: string, time: number): string {
  return createHmac('sha256', secret).update(`${form} ${time}`).digest('base64url')
}
