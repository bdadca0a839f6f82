import { auth, signedInBy } from '@/lib/auth'

/** A session that has proven a password and nothing more, as the headers of its requests. */
export async function openSession(userId: string, userAgent = ''): Promise<Headers> {
  const { headers } = await auth.api.openVouchedSession({
    body: { userId, hasPassed: false, idToken: '' },
    headers: new Headers({ 'user-agent': userAgent }),
    returnHeaders: true,
  })
  return new Headers({ cookie: headers.get('set-cookie')?.split(';')[0] ?? '' })
}

/** Who acts in that session, from no known address. */
export async function actorOf(headers: Headers) {
  const signed = await signedInBy(headers)
  if (!signed) throw new Error('Nobody is signed in.')
  return { ...signed, address: null }
}
